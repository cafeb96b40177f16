// An expression of the grammar → a drawing: boxes, lines and their places. A track runs from the left to the right at height 0.
import type { Expression } from '../../packages/dsl/src/syntax/describe.ts';

/** A drawn expression. It begins at (0, 0) and ends at (width, 0); `up` and `down` are its reach above and below the track. */
export interface Drawing {
  readonly width: number;
  readonly up: number;
  readonly down: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | { readonly kind: 'line'; readonly path: string }
  | {
      readonly kind: 'box';
      readonly of: 'word' | 'rule' | 'class';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly text: string;
    };

const BOX_HEIGHT = 24;
const LETTER = 7.6;
const GAP = 12;
const CORNER = 8;
/** Between two tracks that lie above each other. */
const ROW = 10;
/** A sequence that would be wider goes on in the next row. */
const WIDEST = 760;

export function draw(expression: Expression): Drawing {
  switch (expression.kind) {
    case 'sequence':
      return inRows(expression.parts.map(draw));
    case 'choice':
      return choice(expression.parts.map(draw));
    case 'optional':
      return choice([nothing, draw(expression.part)]);
    case 'repeated':
      return choice([nothing, loop(draw(expression.part))]);
    case 'rule':
    case 'class':
      return box(expression.kind, expression.text);
    default:
      return box('word', expression.text);
  }
}

const nothing: Drawing = { width: 0, up: 0, down: 0, shapes: [] };

function box(of: 'word' | 'rule' | 'class', text: string): Drawing {
  const width = Math.round(text.length * LETTER) + 20;
  const half = BOX_HEIGHT / 2;
  return { width, up: half, down: half, shapes: [{ kind: 'box', of, x: 0, y: 0, width, text }] };
}

function moved(shape: Shape, x: number, y: number): Shape {
  if (shape.kind === 'box') return { ...shape, x: shape.x + x, y: shape.y + y };
  // Paths are made of absolute `M x y`, `H x`, `V y` and `Q x y x y`.
  const path = shape.path.replace(/([MHVQ])([^MHVQ]*)/g, (_, letter: string, rest: string) => {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const to = numbers.map((value, at) => value + (letter === 'V' || (letter !== 'H' && at % 2 === 1) ? y : x));
    return `${letter}${to.join(' ')}`;
  });
  return { kind: 'line', path };
}

function place(drawing: Drawing, x: number, y: number): readonly Shape[] {
  return drawing.shapes.map((shape) => moved(shape, x, y));
}

function line(path: string): Shape {
  return { kind: 'line', path };
}

function inOneRow(parts: readonly Drawing[]): Drawing {
  const shapes: Shape[] = [];
  let x = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      shapes.push(line(`M${x} 0H${x + GAP}`));
      x += GAP;
    }
    shapes.push(...place(part, x, 0));
    x += part.width;
  }
  return {
    width: x,
    up: Math.max(0, ...parts.map(({ up }) => up)),
    down: Math.max(0, ...parts.map(({ down }) => down)),
    shapes,
  };
}

/** A sequence; what does not fit beside the rest goes on below, the line running back to the left. */
function inRows(parts: readonly Drawing[]): Drawing {
  const rows: Drawing[][] = [[]];
  let width = 0;
  for (const part of parts) {
    if (width > 0 && width + GAP + part.width > WIDEST) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(part);
    width += part.width + GAP;
  }
  const drawn = rows.map(inOneRow);
  const [first] = drawn;
  if (first === undefined || drawn.length === 1) return first ?? nothing;
  return stacked(drawn);
}

function stacked(rows: readonly Drawing[]): Drawing {
  const inner = Math.max(...rows.map(({ width }) => width));
  const shapes: Shape[] = [];
  let y = 0;
  let down = 0;
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1];
    if (previous !== undefined) {
      const middle = y + Math.max(previous.down + ROW, 2 * CORNER);
      const next = middle + Math.max(ROW + row.up, 2 * CORNER);
      const right = inner + 2 * CORNER;
      shapes.push(
        line(
          `M${CORNER + previous.width} ${y}H${right - CORNER}${turn(right, y, middle)}H${CORNER}${back(0, middle, next)}`,
        ),
      );
      y = next;
    }
    shapes.push(...place(row, CORNER, y));
    down = y + row.down;
  }
  const last = rows.at(-1) ?? nothing;
  const end = inner + 4 * CORNER;
  const rise = end - CORNER;
  shapes.push(
    line(`M0 0H${CORNER}`),
    line(
      `M${CORNER + last.width} ${y}H${rise - CORNER}Q${rise} ${y} ${rise} ${y - CORNER}V${CORNER}Q${rise} 0 ${end} 0`,
    ),
  );
  return { width: end, up: rows[0]?.up ?? 0, down, shapes };
}

/** From the right end of one track down to the one below. */
function turn(x: number, from: number, to: number): string {
  return `Q${x} ${from} ${x} ${from + CORNER}V${to - CORNER}Q${x} ${to} ${x - CORNER} ${to}`;
}

function back(x: number, from: number, to: number): string {
  return `Q${x} ${from} ${x} ${from + CORNER}V${to - CORNER}Q${x} ${to} ${x + CORNER} ${to}`;
}

function choice(parts: readonly Drawing[]): Drawing {
  const inner = Math.max(...parts.map(({ width }) => width));
  const side = 2 * CORNER;
  const width = inner + 2 * side;
  const shapes: Shape[] = [];
  let y = 0;
  let down = 0;
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1];
    if (previous !== undefined) y += Math.max(previous.down, CORNER) + ROW + Math.max(part.up, CORNER);
    shapes.push(...place(part, side, y), line(`M${side + part.width} ${y}H${side + inner}`));
    shapes.push(
      index === 0
        ? line(`M0 0H${side}`)
        : line(`M0 0Q${CORNER} 0 ${CORNER} ${CORNER}V${y - CORNER}Q${CORNER} ${y} ${side} ${y}`),
    );
    const rise = side + inner + CORNER;
    shapes.push(
      index === 0
        ? line(`M${side + inner} 0H${width}`)
        : line(`M${side + inner} ${y}Q${rise} ${y} ${rise} ${y - CORNER}V${CORNER}Q${rise} 0 ${width} 0`),
    );
    down = y + part.down;
  }
  return { width, up: parts[0]?.up ?? 0, down, shapes };
}

/** Once or more: the line below runs back. */
function loop(part: Drawing): Drawing {
  const side = 2 * CORNER;
  const width = part.width + 2 * side;
  const below = Math.max(part.down, CORNER) + ROW;
  const right = side + part.width;
  const shapes = [
    ...place(part, side, 0),
    line(`M0 0H${side}`),
    line(`M${right} 0H${width}`),
    line(
      `M${right} 0Q${right + CORNER} 0 ${right + CORNER} ${CORNER}V${below - CORNER}Q${right + CORNER} ${below} ${right} ${below}H${side}Q${CORNER} ${below} ${CORNER} ${below - CORNER}V${CORNER}Q${CORNER} 0 ${side} 0`,
    ),
  ];
  return { width, up: part.up, down: below, shapes };
}

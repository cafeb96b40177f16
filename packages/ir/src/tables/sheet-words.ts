// What is wrong with a sheet, in words.

import { assertNever } from '../assert-never.ts';
import { type ProblemWords, problemWords } from './problem-words.ts';
import type { SheetProblem } from './read-table.ts';

/** The words for a problem with a sheet; its place stands beside them. */
export function sheetWords(problem: SheetProblem): ProblemWords {
  switch (problem.kind) {
    case 'no-columns':
      return {
        message: 'There is nothing in it, not even the names of columns.',
        hint: 'Let the first line name the columns.',
      };
    case 'no-column':
      return {
        message: `There is no column ${JSON.stringify(problem.name)}${problem.of === problem.name ? '' : `, from which \`${problem.of}\` is read`}.`,
        hint:
          problem.instead === undefined
            ? `Name the column ${JSON.stringify(problem.name)}, or say what it is called: \`${problem.of} … from "Its name"\`.`
            : `Did you mean ${JSON.stringify(problem.instead)}? Then write \`from ${JSON.stringify(problem.instead)}\`.`,
      };
    case 'column-twice':
      return {
        message: `The column ${JSON.stringify(problem.name)} stands there twice.`,
        hint: 'Give the two different names, or remove one.',
      };
    case 'no-rows':
      return {
        message: 'There is no row below the names of the columns, so nothing ever fits.',
        hint: 'Write a row for each case.',
      };
    case 'short-row':
    case 'long-row':
      return {
        message: `This row has ${count(problem.cells, 'cell')}, and there are ${count(problem.columns, 'column')}.`,
        hint:
          problem.kind === 'short-row'
            ? 'Write all separators, also where cells are blank.'
            : 'A cell that holds the separator itself goes into double quotes.',
      };
    case 'not-utf8':
      return {
        message: 'A character of this cell was lost: the file is not saved as UTF-8.',
        hint: 'Save it again as “CSV UTF-8”.',
      };
    case 'cell':
      return problemWords(problem.problem, problem.part);
    case 'needed':
      return {
        message: `This cell is blank, and \`${problem.of}\` is needed.`,
        hint: `Write a value, or declare \`${problem.of}\` as \`optional\`.`,
      };
    case 'lost-zero':
      return {
        message: `${JSON.stringify(problem.held)} has fewer digits than the other cells of its column: a spreadsheet has probably taken away the leading zero.`,
        hint: `Format the column as text and write ${problem.instead}; if ${problem.held} is meant, put it into double quotes inside the cell.`,
      };
    default:
      return assertNever(problem);
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

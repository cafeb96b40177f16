// The grammar's first layer: constants, readings, arithmetic, durations, lists and data.

import { type CstNode, CstParser, type ParserMethod } from 'chevrotain';
import {
  Comma,
  Currency,
  DateConstant,
  Dot,
  InstantConstant,
  keywords,
  LeftBrace,
  LeftBracket,
  Name,
  NumberConstant,
  PercentConstant,
  Plus,
  RightBrace,
  RightBracket,
  Star,
  TextConstant,
  Unit,
  vocabulary,
} from '../tokens.ts';

/** A rule of the grammar: called without arguments, it gives the concrete tree of what it read. */
export type RuleOf = ParserMethod<[], CstNode>;

/** Chevrotain makes a parser from a class, so the grammar is one, in layers: each file adds the rules of one subject. */
export class ValueGrammar extends CstParser {
  constructor(options: { readonly validated: boolean }) {
    super(vocabulary, { maxLookahead: 2, nodeLocationTracking: 'onlyOffset', skipValidations: !options.validated });
  }

  /** Called with each rule of a `route` block as soon as it was read. */
  whenRead: ((tree: CstNode) => void) | undefined = undefined;

  readonly constant: RuleOf = this.RULE('constant', () => {
    this.OR([
      { ALT: () => this.CONSUME(TextConstant) },
      {
        ALT: () => {
          this.CONSUME(NumberConstant);
          this.OPTION(() => this.CONSUME(Currency));
        },
      },
      { ALT: () => this.CONSUME(PercentConstant) },
      { ALT: () => this.CONSUME(DateConstant) },
      { ALT: () => this.CONSUME(InstantConstant) },
      { ALT: () => this.CONSUME(keywords.yes) },
      { ALT: () => this.CONSUME(keywords.no) },
    ]);
  });

  readonly path: RuleOf = this.RULE('path', () => {
    this.CONSUME(Name);
    this.MANY(() => {
      this.CONSUME(Dot);
      this.CONSUME1(Name);
    });
  });

  readonly reading: RuleOf = this.RULE('reading', () => {
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(keywords.of);
      this.OR([{ ALT: () => this.SUBRULE1(this.path) }, { ALT: () => this.CONSUME(TextConstant) }]);
    });
  });

  readonly factor: RuleOf = this.RULE('factor', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.constant) }, { ALT: () => this.SUBRULE(this.reading) }]);
  });

  readonly term: RuleOf = this.RULE('term', () => {
    this.SUBRULE(this.factor);
    this.MANY(() => {
      this.CONSUME(Star);
      this.SUBRULE1(this.factor);
    });
  });

  readonly value: RuleOf = this.RULE('value', () => {
    this.SUBRULE(this.term);
    this.MANY(() => {
      this.CONSUME(Plus);
      this.SUBRULE1(this.term);
    });
  });

  readonly duration: RuleOf = this.RULE('duration', () => {
    this.CONSUME(NumberConstant);
    this.CONSUME(Unit);
  });

  readonly clock: RuleOf = this.RULE('clock', () => {
    this.CONSUME(NumberConstant);
    this.OPTION(() => this.CONSUME(keywords.working));
    this.CONSUME(Unit);
    this.OPTION1(() => {
      this.CONSUME(keywords.of);
      this.CONSUME(Name);
    });
  });

  readonly item: RuleOf = this.RULE('item', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.constant) }, { ALT: () => this.CONSUME(Name) }]);
  });

  /** An empty list is read too: what is wrong with it is better said by who knows what it is for. */
  readonly listing: RuleOf = this.RULE('listing', () => {
    this.CONSUME(LeftBracket);
    this.OPTION(() => {
      this.SUBRULE(this.item);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.item);
      });
      this.OPTION1(() => this.CONSUME1(Comma));
    });
    this.CONSUME(RightBracket);
  });

  readonly element: RuleOf = this.RULE('element', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.constant);
          this.OPTION(() => {
            this.SUBRULE(this.duration);
            this.CONSUME(keywords.ago);
          });
        },
      },
      { ALT: () => this.CONSUME(Name) },
    ]);
  });

  readonly elements: RuleOf = this.RULE('elements', () => {
    this.CONSUME(LeftBracket);
    this.OPTION(() => {
      this.SUBRULE(this.element);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.element);
      });
      this.OPTION1(() => this.CONSUME1(Comma));
    });
    this.CONSUME(RightBracket);
  });

  readonly rating: RuleOf = this.RULE('rating', () => {
    this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(TextConstant) }]);
    this.CONSUME(NumberConstant);
  });

  readonly ratings: RuleOf = this.RULE('ratings', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.rating));
    this.CONSUME(RightBrace);
  });

  readonly datum: RuleOf = this.RULE('datum', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.constant) },
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.SUBRULE(this.elements) },
      { ALT: () => this.SUBRULE(this.ratings) },
    ]);
  });
}

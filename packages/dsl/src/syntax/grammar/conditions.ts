// The grammar's second layer: conditions and the tests in them.

import {
  Comma,
  Currency,
  DateConstant,
  DotDot,
  keywords,
  LeftParen,
  Name,
  NumberConstant,
  Relation,
  RightParen,
} from '../tokens.ts';
import { type RuleOf, ValueGrammar } from './values.ts';

/** Any mix of `and` and `or` is read; the mix without brackets is reported when the tree is built, with both repairs. */
export class ConditionGrammar extends ValueGrammar {
  readonly condition: RuleOf = this.RULE('condition', () => {
    this.SUBRULE(this.unary);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(keywords.and) }, { ALT: () => this.CONSUME(keywords.or) }]);
      this.SUBRULE1(this.unary);
    });
  });

  readonly unary: RuleOf = this.RULE('unary', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.brackets) },
      { ALT: () => this.SUBRULE(this.duringCalendar) },
      { ALT: () => this.SUBRULE(this.negation) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
  });

  readonly brackets: RuleOf = this.RULE('brackets', () => {
    this.CONSUME(LeftParen);
    this.SUBRULE(this.condition);
    this.CONSUME(RightParen);
  });

  readonly duringCalendar: RuleOf = this.RULE('duringCalendar', () => {
    this.CONSUME(keywords.during);
    this.CONSUME(Name);
  });

  readonly negation: RuleOf = this.RULE('negation', () => {
    this.CONSUME(keywords.not);
    this.OR([
      { ALT: () => this.SUBRULE(this.brackets) },
      { ALT: () => this.SUBRULE(this.duringCalendar) },
      { ALT: () => this.SUBRULE(this.reading) },
    ]);
  });

  readonly comparison: RuleOf = this.RULE('comparison', () => {
    this.SUBRULE(this.value);
    this.OPTION(() => this.SUBRULE(this.testTail));
  });

  readonly testTail: RuleOf = this.RULE('testTail', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.relationTest) },
      { ALT: () => this.SUBRULE(this.isTest) },
      { ALT: () => this.SUBRULE(this.inTest) },
      { ALT: () => this.SUBRULE(this.textTest) },
      { ALT: () => this.SUBRULE(this.includesTest) },
      { ALT: () => this.SUBRULE(this.withinTest) },
      { ALT: () => this.SUBRULE(this.agoTest) },
    ]);
  });

  readonly relationTest: RuleOf = this.RULE('relationTest', () => {
    this.CONSUME(Relation);
    this.SUBRULE(this.value);
  });

  readonly isTest: RuleOf = this.RULE('isTest', () => {
    this.CONSUME(keywords.is);
    this.OR([
      { ALT: () => this.CONSUME(keywords.missing) },
      { ALT: () => this.CONSUME(keywords.known) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(keywords.not));
          this.SUBRULE(this.sameness);
        },
      },
    ]);
  });

  readonly sameness: RuleOf = this.RULE('sameness', () => {
    this.OR([
      { ALT: () => this.CONSUME(keywords.matched) },
      {
        ALT: () => {
          this.CONSUME(keywords.free);
          this.CONSUME(keywords.mail);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.like);
          this.SUBRULE(this.value);
        },
      },
      { ALT: () => this.SUBRULE1(this.value) },
    ]);
  });

  readonly inTest: RuleOf = this.RULE('inTest', () => {
    this.OPTION(() => this.CONSUME(keywords.not));
    this.CONSUME(keywords.in);
    this.OR([
      { ALT: () => this.SUBRULE(this.listing) },
      { ALT: () => this.SUBRULE(this.reading) },
      { ALT: () => this.SUBRULE(this.range) },
    ]);
  });

  readonly range: RuleOf = this.RULE('range', () => {
    this.SUBRULE(this.bound);
    this.CONSUME(DotDot);
    this.SUBRULE1(this.bound);
  });

  readonly bound: RuleOf = this.RULE('bound', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NumberConstant);
          this.OPTION(() => this.CONSUME(Currency));
        },
      },
      { ALT: () => this.CONSUME(DateConstant) },
    ]);
  });

  readonly textTest: RuleOf = this.RULE('textTest', () => {
    this.OR([
      { ALT: () => this.CONSUME(keywords.contains) },
      { ALT: () => this.CONSUME(keywords.mentions) },
      {
        ALT: () => {
          this.CONSUME(keywords.starts);
          this.CONSUME(keywords.with);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.ends);
          this.CONSUME1(keywords.with);
        },
      },
    ]);
    this.SUBRULE(this.several);
  });

  readonly several: RuleOf = this.RULE('several', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.value) },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(keywords.any) },
            { ALT: () => this.CONSUME(keywords.all) },
            { ALT: () => this.CONSUME(keywords.none) },
          ]);
          this.CONSUME(keywords.of);
          this.OR2([{ ALT: () => this.SUBRULE(this.listing) }, { ALT: () => this.SUBRULE(this.reading) }]);
        },
      },
    ]);
  });

  readonly includesTest: RuleOf = this.RULE('includesTest', () => {
    this.CONSUME(keywords.includes);
    this.SUBRULE(this.several);
    this.OPTION(() => {
      this.CONSUME(keywords.at);
      this.CONSUME(keywords.least);
      this.CONSUME(NumberConstant);
      this.CONSUME(keywords.times);
    });
    this.OPTION1(() => {
      this.CONSUME(keywords.within);
      this.CONSUME(keywords.the);
      this.CONSUME(keywords.last);
      this.SUBRULE(this.duration);
    });
  });

  readonly withinTest: RuleOf = this.RULE('withinTest', () => {
    this.CONSUME(keywords.within);
    this.CONSUME(keywords.the);
    this.OR([{ ALT: () => this.CONSUME(keywords.last) }, { ALT: () => this.CONSUME(keywords.next) }]);
    this.SUBRULE(this.duration);
  });

  readonly agoTest: RuleOf = this.RULE('agoTest', () => {
    this.CONSUME(keywords.more);
    this.CONSUME(keywords.than);
    this.SUBRULE(this.duration);
    this.CONSUME(keywords.ago);
  });

  /** `ana, ben`: one name or more. */
  readonly names: RuleOf = this.RULE('names', () => {
    this.CONSUME(Name);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.CONSUME1(Name);
    });
  });
}

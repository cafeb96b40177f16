// The grammar's fifth layer: what happens to a lead before the rules: enrich, match, score and tables.

import { keywords, LeftBrace, Name, NumberConstant, PercentConstant, RightBrace, TextConstant } from '../tokens.ts';
import { PeopleGrammar } from './people.ts';
import type { RuleOf } from './values.ts';

export class BeforeRoutingGrammar extends PeopleGrammar {
  readonly enrichBlock: RuleOf = this.RULE('enrichBlock', () => {
    this.CONSUME(keywords.enrich);
    this.CONSUME(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.enrichLine));
    this.CONSUME(RightBrace);
  });

  readonly enrichLine: RuleOf = this.RULE('enrichLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.from);
          this.CONSUME(Name);
          this.CONSUME(keywords.by);
          this.SUBRULE(this.value);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.fill);
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.within);
          this.SUBRULE(this.duration);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.reuse);
          this.CONSUME(keywords.for);
          this.SUBRULE1(this.duration);
        },
      },
    ]);
  });

  readonly matchBlock: RuleOf = this.RULE('matchBlock', () => {
    this.CONSUME(keywords.match);
    this.CONSUME(Name);
    this.CONSUME(keywords.from);
    this.CONSUME1(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.matchLine));
    this.CONSUME(RightBrace);
  });

  readonly matchLine: RuleOf = this.RULE('matchLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(PercentConstant);
          this.CONSUME(keywords.when);
          this.SUBRULE(this.condition);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.accept);
          this.CONSUME1(PercentConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.review);
          this.CONSUME2(PercentConstant);
          this.CONSUME(keywords.in);
          this.CONSUME(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.prefer);
          this.OR1([{ ALT: () => this.SUBRULE(this.preferOrder) }, { ALT: () => this.SUBRULE1(this.condition) }]);
        },
      },
    ]);
  });

  readonly preferOrder: RuleOf = this.RULE('preferOrder', () => {
    this.CONSUME(keywords.the);
    this.OR([
      { ALT: () => this.CONSUME(keywords.newest) },
      { ALT: () => this.CONSUME(keywords.oldest) },
      { ALT: () => this.CONSUME(keywords.highest) },
      { ALT: () => this.CONSUME(keywords.lowest) },
    ]);
    this.SUBRULE(this.value);
  });

  readonly scoreBlock: RuleOf = this.RULE('scoreBlock', () => {
    this.CONSUME(keywords.score);
    this.CONSUME(Name);
    this.CONSUME(keywords.max);
    this.CONSUME(NumberConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.scoreLine));
    this.CONSUME(RightBrace);
  });

  readonly scoreLine: RuleOf = this.RULE('scoreLine', () => {
    this.CONSUME(NumberConstant);
    this.OPTION(() => {
      this.CONSUME(keywords.halving);
      this.CONSUME(keywords.every);
      this.SUBRULE(this.duration);
    });
    this.CONSUME(keywords.when);
    this.SUBRULE(this.condition);
  });

  readonly tableBlock: RuleOf = this.RULE('tableBlock', () => {
    this.CONSUME(keywords.table);
    this.CONSUME(Name);
    this.CONSUME(keywords.from);
    this.CONSUME(TextConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.tableLine));
    this.CONSUME(RightBrace);
  });

  readonly tableLine: RuleOf = this.RULE('tableLine', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.tableKey) },
      {
        ALT: () => {
          this.CONSUME(keywords.gives);
          this.SUBRULE(this.field);
        },
      },
    ]);
  });

  readonly tableKey: RuleOf = this.RULE('tableKey', () => {
    this.CONSUME(keywords.key);
    this.CONSUME(Name);
    this.OPTION(() => {
      this.CONSUME(keywords.is);
      this.SUBRULE(this.value);
    });
    this.OPTION1(() => {
      this.CONSUME(keywords.from);
      this.CONSUME(TextConstant);
    });
  });
}

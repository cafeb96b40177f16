// The grammar's sixth layer: the route block, its rules and their clauses.

import {
  keywords,
  LeftBrace,
  Name,
  NumberConstant,
  PercentConstant,
  Period,
  RightBrace,
  TextConstant,
} from '../tokens.ts';
import { BeforeRoutingGrammar } from './before-routing.ts';
import type { RuleOf } from './values.ts';

export class RoutingGrammar extends BeforeRoutingGrammar {
  readonly routeBlock: RuleOf = this.RULE('routeBlock', () => {
    this.CONSUME(keywords.route);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.defaultLine) },
        {
          ALT: () => {
            const entry = this.SUBRULE(this.ruleEntry);
            this.ACTION(() => this.whenRead?.(entry));
          },
        },
        { ALT: () => this.SUBRULE(this.otherwiseEntry) },
      ]);
    });
    this.CONSUME(RightBrace);
  });

  readonly defaultLine: RuleOf = this.RULE('defaultLine', () => {
    this.CONSUME(keywords.default);
    this.OR([
      { ALT: () => this.SUBRULE(this.respondClause) },
      { ALT: () => this.SUBRULE(this.notifyClause) },
      { ALT: () => this.SUBRULE(this.strategy) },
      { ALT: () => this.SUBRULE(this.weightClause) },
    ]);
  });

  readonly ruleEntry: RuleOf = this.RULE('ruleEntry', () => {
    this.CONSUME(keywords.rule);
    this.CONSUME(TextConstant);
    this.OPTION(() => {
      this.CONSUME(keywords.when);
      this.SUBRULE(this.condition);
    });
    this.SUBRULE(this.action);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly otherwiseEntry: RuleOf = this.RULE('otherwiseEntry', () => {
    this.CONSUME(keywords.otherwise);
    this.SUBRULE(this.action);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly action: RuleOf = this.RULE('action', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.route);
          this.CONSUME(keywords.to);
          this.SUBRULE(this.target);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.nurture);
          this.CONSUME(TextConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.reject);
          this.CONSUME1(TextConstant);
        },
      },
    ]);
  });

  readonly target: RuleOf = this.RULE('target', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.reading) }, { ALT: () => this.SUBRULE(this.splitTarget) }]);
  });

  readonly splitTarget: RuleOf = this.RULE('splitTarget', () => {
    this.CONSUME(keywords.split);
    this.OPTION(() => {
      this.CONSUME(keywords.by);
      this.SUBRULE(this.reading);
    });
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.splitArm));
    this.CONSUME(RightBrace);
  });

  readonly splitArm: RuleOf = this.RULE('splitArm', () => {
    this.CONSUME(PercentConstant);
    this.SUBRULE(this.reading);
  });

  readonly clause: RuleOf = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.strategy) },
      { ALT: () => this.SUBRULE(this.whereClause) },
      { ALT: () => this.SUBRULE(this.weightClause) },
      { ALT: () => this.SUBRULE(this.reserveClause) },
      { ALT: () => this.SUBRULE(this.availableClause) },
      { ALT: () => this.SUBRULE(this.evenClause) },
      { ALT: () => this.SUBRULE(this.fallbackClause) },
      { ALT: () => this.SUBRULE(this.respondClause) },
      { ALT: () => this.SUBRULE(this.notifyClause) },
      { ALT: () => this.SUBRULE(this.becauseClause) },
    ]);
  });

  readonly strategy: RuleOf = this.RULE('strategy', () => {
    this.CONSUME(keywords.by);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.rotation);
          this.OPTION(() => {
            this.CONSUME(keywords.of);
            this.CONSUME(keywords.this);
            this.CONSUME(keywords.rule);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.fewest);
          this.CONSUME1(keywords.this);
          this.CONSUME(Period);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.highest);
          this.SUBRULE(this.value);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.lowest);
          this.SUBRULE1(this.value);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.likelihood);
          this.CONSUME(keywords.using);
          this.CONSUME(Name);
        },
      },
    ]);
  });

  readonly whereClause: RuleOf = this.RULE('whereClause', () => {
    this.CONSUME(keywords.where);
    this.SUBRULE(this.condition);
  });

  readonly weightClause: RuleOf = this.RULE('weightClause', () => {
    this.CONSUME(keywords.weight);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.weightLine));
    this.CONSUME(RightBrace);
  });

  readonly weightLine: RuleOf = this.RULE('weightLine', () => {
    this.CONSUME(NumberConstant);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.for);
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.when);
          this.SUBRULE(this.condition);
        },
      },
      { ALT: () => this.CONSUME(keywords.otherwise) },
    ]);
  });

  readonly reserveClause: RuleOf = this.RULE('reserveClause', () => {
    this.CONSUME(keywords.reserve);
    this.CONSUME(keywords.at);
    this.CONSUME(keywords.least);
    this.CONSUME(PercentConstant);
    this.CONSUME(keywords.for);
    this.SUBRULE(this.condition);
  });

  readonly availableClause: RuleOf = this.RULE('availableClause', () => {
    this.CONSUME(keywords.available);
    this.CONSUME(keywords.within);
    this.SUBRULE(this.duration);
  });

  readonly evenClause: RuleOf = this.RULE('evenClause', () => {
    this.CONSUME(keywords.even);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.off);
          this.CONSUME(keywords.duty);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.over);
          this.CONSUME(keywords.capacity);
        },
      },
    ]);
  });

  readonly fallbackClause: RuleOf = this.RULE('fallbackClause', () => {
    this.CONSUME(keywords.fallback);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.fallbackEntry));
    this.CONSUME(RightBrace);
  });

  readonly fallbackEntry: RuleOf = this.RULE('fallbackEntry', () => {
    this.SUBRULE(this.reading);
    this.OPTION(() => {
      this.CONSUME(keywords.for);
      this.SUBRULE(this.duration);
    });
  });

  readonly respondClause: RuleOf = this.RULE('respondClause', () => {
    this.CONSUME(keywords.respond);
    this.CONSUME(keywords.within);
    this.SUBRULE(this.clock);
    this.OPTION(() => this.SUBRULE(this.ladder));
  });

  readonly becauseClause: RuleOf = this.RULE('becauseClause', () => {
    this.CONSUME(keywords.because);
    this.CONSUME(TextConstant);
  });
}

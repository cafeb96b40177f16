// The grammar's fourth layer: calendars, teams, reps and queues; ladders and notifications, which queues and rules share.

import {
  Comma,
  DateConstant,
  Day,
  DotDot,
  keywords,
  LeftBrace,
  Minus,
  Name,
  NumberConstant,
  Period,
  RepFieldName,
  RightBrace,
  TextConstant,
  TimeSpan,
} from '../tokens.ts';
import { ShapeGrammar } from './shapes.ts';
import type { RuleOf } from './values.ts';

export class PeopleGrammar extends ShapeGrammar {
  readonly calendarBlock: RuleOf = this.RULE('calendarBlock', () => {
    this.CONSUME(keywords.calendar);
    this.CONSUME(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.calendarLine));
    this.CONSUME(RightBrace);
  });

  readonly calendarLine: RuleOf = this.RULE('calendarLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.zone);
          this.CONSUME(TextConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.open);
          this.CONSUME(Day);
          this.OPTION(() => {
            this.CONSUME(Minus);
            this.CONSUME1(Day);
          });
          this.CONSUME(TimeSpan);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.closed);
          this.CONSUME(DateConstant);
          this.OPTION1(() => {
            this.CONSUME(DotDot);
            this.CONSUME1(DateConstant);
          });
        },
      },
    ]);
  });

  readonly teamBlock: RuleOf = this.RULE('teamBlock', () => {
    this.CONSUME(keywords.team);
    this.CONSUME(Name);
    this.CONSUME(TextConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.teamLine));
    this.CONSUME(RightBrace);
  });

  readonly teamLine: RuleOf = this.RULE('teamLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.manager);
          this.CONSUME(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.pause);
          this.CONSUME(keywords.above);
          this.CONSUME(NumberConstant);
          this.CONSUME(keywords.times);
          this.CONSUME(keywords.average);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.counts);
          this.CONSUME1(NumberConstant);
          this.CONSUME(keywords.when);
          this.SUBRULE(this.condition);
        },
      },
      { ALT: () => this.SUBRULE(this.member) },
    ]);
  });

  readonly member: RuleOf = this.RULE('member', () => {
    this.CONSUME(keywords.rep);
    this.CONSUME(Name);
    this.OPTION(() => {
      this.CONSUME(TextConstant);
      this.OPTION1(() => {
        this.CONSUME(LeftBrace);
        this.MANY(() => this.SUBRULE(this.repLine));
        this.CONSUME(RightBrace);
      });
    });
  });

  readonly repLine: RuleOf = this.RULE('repLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.works);
          this.CONSUME(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.capacity);
          this.SUBRULE(this.limit);
          this.MANY(() => {
            this.CONSUME(Comma);
            this.SUBRULE1(this.limit);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.backup);
          this.CONSUME1(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.left);
          this.CONSUME(DateConstant);
          this.OPTION(() => {
            this.CONSUME(keywords.successor);
            this.CONSUME2(Name);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(RepFieldName);
          this.SUBRULE(this.datum);
        },
      },
    ]);
  });

  readonly limit: RuleOf = this.RULE('limit', () => {
    this.CONSUME(NumberConstant);
    this.OR([
      { ALT: () => this.CONSUME(keywords.open) },
      {
        ALT: () => {
          this.CONSUME(keywords.per);
          this.CONSUME(Period);
        },
      },
    ]);
  });

  readonly queueBlock: RuleOf = this.RULE('queueBlock', () => {
    this.CONSUME(keywords.queue);
    this.CONSUME(Name);
    this.CONSUME(TextConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.queueLine));
    this.CONSUME(RightBrace);
  });

  readonly queueLine: RuleOf = this.RULE('queueLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.owner);
          this.CONSUME(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.priority);
          this.SUBRULE(this.value);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.claim);
          this.CONSUME(keywords.within);
          this.SUBRULE(this.clock);
          this.OPTION(() => this.SUBRULE(this.ladder));
        },
      },
    ]);
  });

  readonly ladder: RuleOf = this.RULE('ladder', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.ladderStep));
    this.CONSUME(RightBrace);
  });

  readonly ladderStep: RuleOf = this.RULE('ladderStep', () => {
    this.CONSUME(keywords.after);
    this.SUBRULE(this.clock);
    this.OR([
      { ALT: () => this.CONSUME(keywords.reassign) },
      {
        ALT: () => {
          this.CONSUME(keywords.route);
          this.CONSUME(keywords.to);
          this.SUBRULE(this.reading);
        },
      },
      { ALT: () => this.SUBRULE(this.notifyClause) },
    ]);
  });

  readonly notifyClause: RuleOf = this.RULE('notifyClause', () => {
    this.OR([{ ALT: () => this.CONSUME(keywords.notify) }, { ALT: () => this.CONSUME(keywords.offer) }]);
    this.CONSUME(Name);
    this.OR1([{ ALT: () => this.CONSUME(TextConstant) }, { ALT: () => this.SUBRULE(this.reading) }]);
    this.OPTION(() => {
      this.CONSUME(keywords.when);
      this.SUBRULE(this.condition);
    });
  });
}

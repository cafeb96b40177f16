// The grammar's third layer: the shape of leads, records and reps, lists and defines.

import {
  Bar,
  Comma,
  Currency,
  Equal,
  keywords,
  LeftBrace,
  Name,
  RepFieldName,
  RightBrace,
  TextConstant,
  TypeName,
} from '../tokens.ts';
import { ConditionGrammar } from './conditions.ts';
import type { RuleOf } from './values.ts';

export class ShapeGrammar extends ConditionGrammar {
  readonly leadBlock: RuleOf = this.RULE('leadBlock', () => {
    this.CONSUME(keywords.lead);
    this.OPTION(() => this.SUBRULE(this.blankTexts));
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.field));
    this.CONSUME(RightBrace);
  });

  readonly recordBlock: RuleOf = this.RULE('recordBlock', () => {
    this.CONSUME(keywords.record);
    this.CONSUME(Name);
    this.CONSUME(keywords.from);
    this.CONSUME1(Name);
    this.OPTION(() => this.SUBRULE(this.blankTexts));
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.field));
    this.CONSUME(RightBrace);
  });

  readonly repFieldsBlock: RuleOf = this.RULE('repFieldsBlock', () => {
    this.CONSUME(keywords.rep);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.repField));
    this.CONSUME(RightBrace);
  });

  readonly blankTexts: RuleOf = this.RULE('blankTexts', () => {
    this.CONSUME(keywords.blank);
    this.CONSUME(TextConstant);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.CONSUME1(TextConstant);
    });
  });

  readonly field: RuleOf = this.RULE('field', () => {
    this.CONSUME(Name);
    this.SUBRULE(this.type);
    this.MANY(() => this.SUBRULE(this.modifier));
  });

  readonly repField: RuleOf = this.RULE('repField', () => {
    this.CONSUME(RepFieldName);
    this.SUBRULE(this.type);
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.modifier) }, { ALT: () => this.CONSUME(keywords.unique) }]);
    });
  });

  readonly type: RuleOf = this.RULE('type', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.money);
          this.CONSUME(Currency);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.list);
          this.CONSUME(keywords.of);
          this.CONSUME(Name);
        },
      },
      { ALT: () => this.CONSUME(TypeName) },
      {
        ALT: () => {
          this.CONSUME(TextConstant);
          this.MANY(() => {
            this.CONSUME(Bar);
            this.CONSUME1(TextConstant);
          });
          this.OPTION(() => {
            this.CONSUME1(Bar);
            this.CONSUME(keywords.text);
          });
        },
      },
    ]);
  });

  readonly modifier: RuleOf = this.RULE('modifier', () => {
    this.OR([
      { ALT: () => this.CONSUME(keywords.optional) },
      { ALT: () => this.CONSUME(keywords.private) },
      {
        ALT: () => {
          this.CONSUME(keywords.from);
          this.CONSUME(TextConstant);
        },
      },
      { ALT: () => this.SUBRULE(this.writtenAs) },
    ]);
  });

  readonly writtenAs: RuleOf = this.RULE('writtenAs', () => {
    this.CONSUME(keywords.written);
    this.CONSUME(TextConstant);
    this.OPTION(() => {
      this.CONSUME(keywords.or);
      this.CONSUME1(TextConstant);
    });
    this.OPTION1(() => {
      this.CONSUME(keywords.in);
      this.CONSUME2(TextConstant);
    });
  });

  readonly listDeclaration: RuleOf = this.RULE('listDeclaration', () => {
    this.CONSUME(keywords.list);
    this.CONSUME(Name);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Equal);
          this.SUBRULE(this.listing);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.from);
          this.CONSUME(TextConstant);
        },
      },
    ]);
  });

  readonly defineDeclaration: RuleOf = this.RULE('defineDeclaration', () => {
    this.CONSUME(keywords.define);
    this.CONSUME(Name);
    this.CONSUME(Equal);
    this.SUBRULE(this.condition);
  });
}

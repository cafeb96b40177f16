// The grammar's last layer: tests, declarations and the file; the parser made from all layers.

import type { CstNode, IToken } from 'chevrotain';
import { buildMachine, type Machine } from '../machine.ts';
import {
  DateConstant,
  InstantConstant,
  keywords,
  LeftBrace,
  Name,
  NumberConstant,
  Relation,
  RightBrace,
  TextConstant,
} from '../tokens.ts';
import { RoutingGrammar } from './routing.ts';
import type { RuleOf } from './values.ts';

export class FileGrammar extends RoutingGrammar {
  constructor(options: { readonly validated: boolean }) {
    super(options);
    this.performSelfAnalysis();
  }

  readonly policyFile: RuleOf = this.RULE('policyFile', () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.useLine) },
        { ALT: () => this.SUBRULE(this.policyBlock) },
        { ALT: () => this.SUBRULE(this.declaration) },
      ]);
    });
  });

  readonly useLine: RuleOf = this.RULE('useLine', () => {
    this.CONSUME(keywords.use);
    this.CONSUME(TextConstant);
  });

  readonly policyBlock: RuleOf = this.RULE('policyBlock', () => {
    this.CONSUME(keywords.policy);
    this.CONSUME(Name);
    this.CONSUME(TextConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.policyLine));
    this.CONSUME(RightBrace);
  });

  readonly policyLine: RuleOf = this.RULE('policyLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.language);
          this.CONSUME(NumberConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.owner);
          this.CONSUME(TextConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.zone);
          this.CONSUME1(TextConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.reviewed);
          this.CONSUME(DateConstant);
          this.CONSUME(keywords.every);
          this.SUBRULE(this.duration);
        },
      },
    ]);
  });

  readonly declaration: RuleOf = this.RULE('declaration', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.leadBlock) },
      { ALT: () => this.SUBRULE(this.recordBlock) },
      { ALT: () => this.SUBRULE(this.repFieldsBlock) },
      { ALT: () => this.SUBRULE(this.listDeclaration) },
      { ALT: () => this.SUBRULE(this.defineDeclaration) },
      { ALT: () => this.SUBRULE(this.calendarBlock) },
      { ALT: () => this.SUBRULE(this.teamBlock) },
      { ALT: () => this.SUBRULE(this.queueBlock) },
      { ALT: () => this.SUBRULE(this.enrichBlock) },
      { ALT: () => this.SUBRULE(this.matchBlock) },
      { ALT: () => this.SUBRULE(this.scoreBlock) },
      { ALT: () => this.SUBRULE(this.tableBlock) },
      { ALT: () => this.SUBRULE(this.routeBlock) },
      { ALT: () => this.SUBRULE(this.testBlock) },
    ]);
  });

  readonly testBlock: RuleOf = this.RULE('testBlock', () => {
    this.CONSUME(keywords.test);
    this.CONSUME(TextConstant);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.testLine));
    this.CONSUME(RightBrace);
  });

  readonly testLine: RuleOf = this.RULE('testLine', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.at);
          this.CONSUME(InstantConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.lead);
          this.SUBRULE(this.values);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.given);
          this.SUBRULE(this.givenFact);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.expect);
          this.SUBRULE(this.expectation);
        },
      },
    ]);
  });

  readonly values: RuleOf = this.RULE('values', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.valueEntry));
    this.CONSUME(RightBrace);
  });

  readonly valueEntry: RuleOf = this.RULE('valueEntry', () => {
    this.CONSUME(Name);
    this.SUBRULE(this.datum);
  });

  readonly givenFact: RuleOf = this.RULE('givenFact', () => {
    this.CONSUME(Name);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.is);
          this.OR1([{ ALT: () => this.CONSUME(keywords.away) }, { ALT: () => this.SUBRULE(this.values) }]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.gives);
          this.SUBRULE1(this.values);
        },
      },
      { ALT: () => this.CONSUME(keywords.fails) },
      {
        ALT: () => {
          this.CONSUME(keywords.has);
          this.CONSUME(NumberConstant);
          this.CONSUME(keywords.open);
        },
      },
    ]);
  });

  readonly expectation: RuleOf = this.RULE('expectation', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keywords.rule);
          this.CONSUME(TextConstant);
        },
      },
      { ALT: () => this.CONSUME(keywords.otherwise) },
      {
        ALT: () => {
          this.CONSUME(keywords.rep);
          this.CONSUME(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.team);
          this.CONSUME1(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.queue);
          this.CONSUME2(Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.nurture);
          this.CONSUME1(TextConstant);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywords.reject);
          this.CONSUME2(TextConstant);
        },
      },
      { ALT: () => this.CONSUME(keywords.invalid) },
      {
        ALT: () => {
          this.CONSUME(keywords.respond);
          this.CONSUME(keywords.within);
          this.SUBRULE(this.clock);
        },
      },
      {
        ALT: () => {
          this.CONSUME3(Name);
          this.CONSUME(Relation);
          this.CONSUME(NumberConstant);
        },
      },
    ]);
  });
}

/** Tokens → the concrete tree, or undefined where they do not follow the grammar. `whenRead` gets each rule as soon as it was read. */
export function readTree(tokens: IToken[], whenRead?: (tree: CstNode) => void): CstNode | undefined {
  const reader = grammar();
  reader.input = tokens;
  reader.whenRead = whenRead;
  const tree = reader.policyFile();
  reader.whenRead = undefined;
  return reader.errors.length === 0 ? tree : undefined;
}

/** The grammar as a machine of states, for repairs. */
export function grammarMachine(): Machine {
  machine ??= buildMachine(grammar().getGAstProductions(), 'policyFile');
  return machine;
}

/** The one parser, made when it is first needed: the analysis of the grammar takes some milliseconds. */
export function grammar(): FileGrammar {
  parser ??= new FileGrammar({ validated: false });
  return parser;
}

let parser: FileGrammar | undefined;
let machine: Machine | undefined;

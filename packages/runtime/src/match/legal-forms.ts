// The legal forms of companies, country by country, as people write them: what a company name is compared without. Part of `names-1`: changed only under
// a new version of the names.

/** What a country calls its companies. Written as people do; accents, dots, case and spaces make no difference. */
export interface LegalForms {
  /** Behind the name: `Zentara AG`. */
  readonly behind: readonly string[];
  /** In front of it as well: `ООО Ромашка`, `PT Zentara`. */
  readonly before?: readonly string[];
  /** Without a space between: `株式会社青空`. Of scripts that have none. */
  readonly joined?: readonly string[];
}

/** By country, or by what several share; in alphabetical order of the keys. */
export const LEGAL_FORMS: Readonly<Record<string, LegalForms>> = {
  albania: {
    behind: forms(`Sh.p.k. | Sh.a.`),
  },
  austria: {
    behind: forms(`Ges.m.b.H. | GesmbH | OG | FlexCo | e.U. | Genossenschaft`),
  },
  baltics: {
    behind: forms(`UAB | AB | MB | SIA | AS | OÜ | Osaühing | Aktsiaselts | IK`),
    before: forms(`UAB | SIA | OÜ | MB | Uždaroji akcinė bendrovė`),
  },
  belgium: {
    behind: forms(`BVBA | SPRL | SRL | BV | NV | SA | CVBA | SCRL | VZW | ASBL | SComm | Comm.V`),
  },
  brazil: {
    behind: forms(`Ltda | Limitada | S.A. | S/A | EIRELI | ME | MEI | EPP | SLU | Ltda ME | Ltda EPP`),
  },
  bulgaria: {
    behind: forms(`EOOD | OOD | EAD | AD | ЕООД | ООД | ЕАД | АД | ЕТ | ET`),
    before: forms(`ЕООД | ООД | ЕАД | АД`),
  },
  canada: {
    behind: forms(`Ltée | Limitée | Inc | Ltd | ULC | Corp | Enr`),
  },
  china: {
    behind: forms(`Co Ltd | Company Limited | 有限公司 | 股份有限公司 | 有限责任公司 | 有限責任公司 | 集团 | 公司`),
    joined: forms(`股份有限公司 | 有限责任公司 | 有限責任公司 | 有限公司`),
  },
  croatia_serbia_slovenia: {
    behind: forms(`d.o.o. | j.d.o.o. | d.d. | a.d. | д.о.о. | а.д. | d.n.o. | k.d. | s.p. | z.o.o.`),
  },
  czechia_slovakia: {
    behind: forms(`s.r.o. | spol. s r.o. | spol s ro | a.s. | v.o.s. | k.s. | z.s. | o.p.s. | o.z. | spol. s.r.o.`),
  },
  denmark: {
    behind: forms(`A/S | ApS | I/S | K/S | P/S | IVS | Aktieselskab | Anpartsselskab | A.m.b.A.`),
  },
  estonia_finland: {
    behind: forms(`Oy | Oyj | Oy Ab | Oy Ltd | Ky | Tmi | Osakeyhtiö | Osuuskunta | Abp`),
    before: forms(`Oy`),
  },
  france: {
    behind: forms(`
      SA | SARL | S.à r.l. | SAS | SASU | EURL | SNC | SCA | SCS | SCI | SCOP | GIE | EIRL | SELARL | Société anonyme |
      Société à responsabilité limitée | Société par actions simplifiée | et Cie | & Cie | Cie
    `),
    before: forms(`SARL | SAS | SASU | EURL | SCI | Société anonyme | Ets | Établissements`),
  },
  germany: {
    behind: forms(`
      GmbH | gGmbH | GmbH & Co. KG | GmbH & Co. KGaA | GmbH & Co. OHG | GmbH & Co | G.m.b.H. | mbH | m.b.H. | Gesellschaft mbH |
      Gesellschaft mit beschränkter Haftung | Gesellschaft m.b.H. | Ges. mbH | AG | AkG | AG & Co. KG | AG & Co. KGaA |
      Aktiengesellschaft | KG | KGaA | SE & Co. KGaA | SE & Co. KG | Kommanditgesellschaft | Kommanditgesellschaft auf Aktien |
      KG auf Aktien | UG | UG (haftungsbeschränkt) | haftungsbeschränkt | UG (haftungsbeschränkt) & Co. KG | OHG | GbR | e.K. |
      e.Kfm. | e.Kfr. | e.V. | eingetragener Verein | eG | eGbR | PartG | PartG mbB | Partnerschaft mbB | & Co. KG | & Co. OHG |
      & Co | KdöR | AöR | VVaG | Stiftung & Co. KG
    `),
  },
  greece: {
    behind: forms(`
      ΑΕ | Α.Ε. | ΕΠΕ | ΟΕ | ΕΕ | ΙΚΕ | ΑΒΕΕ | ΑΕΒΕ | Ανώνυμη Εταιρεία | Ανώνυμη Εταιρία | Εταιρεία Περιορισμένης Ευθύνης | A.E. |
      AE | EPE | E.P.E. | IKE | I.K.E. | Anonimi Eteria | ABEE | AEBE | M.A.E. | ΜΑΕ | Μονοπρόσωπη ΑΕ | Μονοπρόσωπη ΙΚΕ
    `),
  },
  hungary: {
    behind: forms(`Kft | Zrt | Nyrt | Rt | Bt | Kkt | Korlátolt Felelősségű Társaság | Részvénytársaság`),
  },
  iceland: {
    behind: forms(`ehf | hf | slf | ohf`),
  },
  india_and_neighbours: {
    behind: forms(
      `Pvt Ltd | Pvt. Ltd. | Private Limited | Pvt Limited | Private Ltd | (P) Ltd | P Ltd | P Limited | Pvt | OPC | LLP | (Pvt) Ltd`,
    ),
  },
  indonesia: {
    behind: forms(`Tbk | Persero | PT`),
    before: forms(`PT | Perseroan Terbatas`),
  },
  international: {
    behind: forms(`
      Co | Company | Corp | Corporation | Inc | Incorporated | Ltd | Limited | Co Ltd | Co Inc | Company Limited | Company Ltd |
      Corp Ltd | LLC | L.L.C. | LC | Limited Liability Company | Limited Liability Co | LLP | Limited Liability Partnership | LP |
      L.P. | Limited Partnership | PLC | Public Limited Company | Unlimited | Unlimited Company | SE | Societas Europaea | SCE |
      & Co | and Company | & Company | JSC | OJSC | CJSC | PJSC | PJS | JSCB | Joint Stock Company | Open Joint Stock Company |
      Closed Joint Stock Company | Public Joint Stock Company | Joint-Stock Co | DMCC | FZE | FZC | FZCO | FZ LLC | W.L.L. | WLL |
      S.A.O.C. | SAOG | SAE | S.A.E. | QSC | QPSC | BSC | KSC | KSCC | PSC | EPZE
    `),
    before: forms(`
      JSC | OJSC | CJSC | PJSC | LLC | Limited Liability Company | Joint Stock Company | Open Joint Stock Company |
      Closed Joint Stock Company | Public Joint Stock Company
    `),
  },
  ireland_and_britain: {
    behind: forms(`DAC | CLG | CIC | Ltd | Cyf | Teoranta | Teo | CPT | UC | Designated Activity Company`),
  },
  israel: {
    behind: forms(`בע"מ | בעמ | Ltd | חברה בע"מ`),
  },
  italy: {
    behind: forms(`
      S.p.A. | SpA | S.r.l. | Srl | S.r.l.s. | S.r.l. unipersonale | S.p.A. unipersonale | S.a.s. | S.n.c. | S.s. | S.a.p.A. |
      Soc. coop. | Società per azioni | Società a responsabilità limitata | Società cooperativa | S.c.a.r.l. | Scarl | S.c.r.l. |
      S.c.p.A. | Onlus | S.B. | Srl SB
    `),
    before: forms(`Soc. coop. | Società cooperativa`),
  },
  japan: {
    behind: forms(`
      K.K. | KK | G.K. | Kabushiki Kaisha | Kabushiki Gaisha | Godo Kaisha | Yugen Kaisha | 株式会社 | 有限会社 | 合同会社 | 株 | 有 | 合 | 一般社団法人 |
      合資会社 | 合名会社
    `),
    before: forms(
      `株式会社 | 有限会社 | 合同会社 | 株 | 有 | 合 | Kabushiki Kaisha | Kabushiki Gaisha | 一般社団法人 | 合資会社 | 合名会社`,
    ),
    joined: forms(`株式会社 | 有限会社 | 合同会社 | 一般社団法人 | 合資会社 | 合名会社`),
  },
  korea: {
    behind: forms(`주식회사 | 유한회사 | 주 | 유 | Jusik Hoesa | Chusik Hoesa`),
    before: forms(`주식회사 | 유한회사 | 주 | 유`),
    joined: forms(`주식회사 | 유한회사`),
  },
  luxembourg: {
    behind: forms(`S.à r.l. | S.C.A. | S.e.c.s. | S.C.Sp. | SICAV | S.à r.l.-S`),
  },
  malaysia_and_singapore: {
    behind: forms(`Sdn Bhd | Sendirian Berhad | Bhd | Berhad | Pte Ltd | Pte | Private Ltd | Pte Limited | PAC`),
  },
  mexico: {
    behind: forms(`
      S.A. de C.V. | SA de CV | S.A.B. de C.V. | S. de R.L. | S. de R.L. de C.V. | S.A.P.I. de C.V. | SAPI | S.C. | A.C. | S.A.B. |
      SAS de CV
    `),
  },
  netherlands: {
    behind: forms(`
      BV | B.V. | NV | N.V. | VOF | C.V. | CV | Coöperatief U.A. | Coöperatie U.A. | U.A. | Besloten Vennootschap |
      Naamloze Vennootschap | Naamlooze Vennootschap | Stichting | B.V. i.o. | Commanditaire Vennootschap
    `),
    before: forms(
      `N.V. | B.V. | NV | BV | Stichting | Coöperatie | Naamloze Vennootschap | Naamlooze Vennootschap | Besloten Vennootschap`,
    ),
  },
  norway: {
    behind: forms(`AS | A/S | ASA | ANS | DA | ENK | NUF | BA | Aksjeselskap | SF | KS`),
  },
  philippines_and_vietnam: {
    behind: forms(`OPC | Corp | JSC | TNHH | Công ty TNHH | Công ty Cổ phần | Công ty CP`),
    before: forms(`Công ty TNHH | Công ty Cổ phần | Công ty CP | Công ty TNHH MTV`),
  },
  poland: {
    behind: forms(`
      Sp. z o.o. | Sp z oo | Sp. zo.o. | Spółka z o.o. | Spółka z ograniczoną odpowiedzialnością | S.A. | Spółka Akcyjna | Sp. j. |
      Spółka jawna | Sp. k. | Spółka komandytowa | Sp. z o.o. Sp. k. | S.K.A. | S.C. | P.S.A. | Sp. p. | Spółka cywilna |
      Sp. z o.o. S.K.A.
    `),
  },
  portugal: {
    behind: forms(
      `Lda | L.da | Limitada | Unipessoal Lda | S.A. | SGPS | SGPS SA | Sociedade Unipessoal Lda | EPE | CRL`,
    ),
  },
  romania: {
    behind: forms(
      `SRL | S.R.L. | SRL-D | SA | PFA | SNC | SCS | Societate cu răspundere limitată | Societatea cu răspundere limitată`,
    ),
    before: forms(`SRL | Societatea cu răspundere limitată | Societate cu răspundere limitată`),
  },
  russia_and_neighbours: {
    behind: forms(`
      ООО | ОАО | ЗАО | ПАО | АО | НАО | ИП | ТОО | ЧУП | ОДО | ТОВ | ПрАТ | ПАТ | АТ | ФОП | ГУП | МУП | ФГУП | АНО |
      общество с ограниченной ответственностью | акционерное общество | открытое акционерное общество |
      закрытое акционерное общество | публичное акционерное общество | товарищество с ограниченной ответственностью |
      товариство з обмеженою відповідальністю | приватне акціонерне товариство | индивидуальный предприниматель | OOO | OAO | ZAO |
      PAO | AO | NAO | TOO | TOV | PrAT | TzOV | ODO
    `),
    before: forms(`
      ООО | ОАО | ЗАО | ПАО | АО | НАО | ИП | ТОО | ЧУП | ОДО | ТОВ | ПрАТ | ПАТ | АТ | ФОП | ГУП | МУП | ФГУП |
      общество с ограниченной ответственностью | акционерное общество | открытое акционерное общество |
      закрытое акционерное общество | публичное акционерное общество | товарищество с ограниченной ответственностью |
      товариство з обмеженою відповідальністю | приватне акціонерне товариство | индивидуальный предприниматель | OOO | OAO | ZAO |
      PAO | AO | NAO | TOO | TOV | PrAT | TzOV | ODO
    `),
  },
  south_africa_and_australia: {
    behind: forms(
      `Pty Ltd | Pty Limited | Proprietary Limited | (Pty) Ltd | Pty | Proprietary Ltd | CC | NPC | RF | SOC Ltd | NL | ABN`,
    ),
  },
  spain_and_latin_america: {
    behind: forms(`
      S.L. | SL | S.L.U. | SLU | S.L.P. | S.L.L. | S.A. | SA | S.A.U. | SAU | S.A.S. | S.A.C. | S.R.L. | S.C. | C.B. | S. Coop. |
      S.Coop | Sociedad Limitada | Sociedad Anónima | Sociedad de Responsabilidad Limitada | SpA | EIRL | E.I.R.L. | Ltda | C.A. |
      S. en C. | S.A.A. | y Cía | & Cía | Cía | Cía. Ltda. | S.C.C.L.
    `),
  },
  sweden: {
    behind: forms(
      `AB | Aktiebolag | HB | KB | Handelsbolag | Kommanditbolag | Ek. för. | Ekonomisk förening | (publ) | AB (publ)`,
    ),
    before: forms(`AB | Aktiebolaget`),
  },
  switzerland: {
    behind: forms(`AG | SA | Sagl | Sàrl | GmbH | Genossenschaft | Verein`),
  },
  thailand: {
    behind: forms(`PCL | Public Company Limited | บริษัท | จำกัด | จำกัด (มหาชน) | มหาชน`),
    before: forms(`บริษัท`),
    joined: forms(`จำกัด | มหาชน | บริษัท`),
  },
  turkey: {
    behind: forms(`
      A.Ş. | AŞ | Ltd. Şti. | Ltd Şti | Şti | Limited Şirketi | Anonim Şirketi | San. ve Tic. A.Ş. | San. ve Tic. Ltd. Şti. |
      Sanayi ve Ticaret A.Ş. | Sanayi ve Ticaret Anonim Şirketi | Sanayi ve Ticaret Limited Şirketi | Sanayi ve Ticaret Ltd. Şti. |
      Tic. Ltd. Şti. | Tic. A.Ş. | Ticaret A.Ş. | Ticaret Ltd. Şti. | San. Tic. A.Ş. | San. Tic. Ltd. Şti. | San. A.Ş. |
      Sanayi A.Ş.
    `),
  },
  united_states: {
    behind: forms(
      `PC | P.C. | PLLC | P.A. | N.A. | National Association | LLLP | PBC | Chartered | L3C | FSB | Corp Inc`,
    ),
  },
};

/** What stands between the strokes. */
function forms(text: string): readonly string[] {
  return text.split('|').map((form) => form.trim());
}

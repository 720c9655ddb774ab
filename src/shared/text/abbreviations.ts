/**
 * What ends in a full stop and yet ends no sentence, per language (first subtag). UAX #29 breaks after each of them when a
 * capital follows and leaves it to its users to join what they know better (section 5, “suppressions”).
 */

type Abbreviations = {
  /** Before anything. An entry in lower case is also known with a capital. */
  always: string;
  /** Only before a figure: elsewhere it is a word, or the end of a list (“No.”). */
  beforeFigure: string;
};

const lists: Readonly<Record<string, Abbreviations>> = {
  en: {
    always:
      'Mr Mrs Ms Mx Dr Prof St Sen Rep Gov Gen Col Capt Cmdr Cpl Lt Maj Sgt Rev Hon Pres Messrs Jr Sr vs e.g i.e cf viz approx Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec',
    beforeFigure: 'No Nos p pp vol vols fig figs ch sec art para eq ed c ca Jun Jul',
  },
  de: {
    always:
      'Dr Prof Hr Fr Hrn St Dipl Ing Univ z.B z. d.h u.a o.ä u.U i.d.R bzw bspw ca vgl evtl ggf sog inkl exkl zzgl geb gest gem Mio Mrd Tsd Tel Jan Feb Aug Sept Okt Nov Dez',
    beforeFigure: 'Nr Nrn S Bd Bde Art Abs Ziff Abb Tab Kap Kl Jg H mind max min rd Str Mär Apr Jun Jul §',
  },
  fr: {
    always:
      'M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste p.ex c.-à-d cf env av apr boul janv févr juill sept oct nov déc',
    beforeFigure: 'n° no nos p pp art al vol t chap fig éd bd tél',
  },
  es: {
    always: 'Sr Sra Sres Sras Srta Dr Dra Dres Prof Lic Ing Gral D Dña Ud Uds Vd Vds p.ej Av Avda',
    beforeFigure: 'núm núms nro n.º pág págs p pp art arts vol cap fig tel aprox c',
  },
  it: {
    always: 'Sig Sigg Sig.ra Sig.na Dott Dott.ssa Dr Prof Prof.ssa Avv Ing Arch Geom On Rag Mons S Ss p.es cfr',
    beforeFigure: 'n nn num nr pag pagg p pp art artt vol cap fig tel ca sec',
  },
  nl: {
    always: 'dhr mevr mw dr prof mr ir ing drs ds St bijv bv d.w.z o.a m.n i.p.v t.a.v enz resp ca vgl m.b.t',
    beforeFigure: 'nr nrs blz p pp art vol afb fig hfst tel jl',
  },
  pt: {
    always: 'Sr Sra Srs Sras Dr Dra Drs Prof Profa Eng Exmo Exma D Av p.ex',
    beforeFigure: 'n nº núm pág págs p pp art arts vol cap fig tel aprox c',
  },
  sv: {
    always: 't.ex bl.a d.v.s dvs m.m o.s.v osv s.k fr.o.m t.o.m jfr ev dr prof',
    beforeFigure: 'nr s sid kap fig tel ca st',
  },
  da: {
    always: 'f.eks bl.a dvs m.m osv jf hr fr dr prof St',
    beforeFigure: 'nr s kap fig tlf ca kl stk',
  },
  nb: {
    always: 'f.eks bl.a dvs m.m osv jf dr prof St',
    beforeFigure: 'nr s kap fig tlf ca kl',
  },
  pl: {
    always: 'np tzn tzw m.in prof dr hab mgr inż św ks płk gen ul al por',
    beforeFigure: 'nr s str art ust pkt poz t r rys tel ok',
  },
};

/** Of all the lists, what is a word in none of those languages: for texts of no declared language, and of others. */
const everywhere: Abbreviations = {
  always:
    'Mr Mrs Ms Dr Prof Sen Gov Lt Sgt Rev Hrn bzw bspw vgl evtl ggf sog z.B d.h u.a e.g i.e cf vs MM Mme Mmes Mlle Mgr Sra Sres Srta Dra Dña Uds Dott Sigg Avv Dhr dhr mevr bijv d.w.z p.ex p.ej p.es Mio Mrd St Jr Sr Jan Feb Aug Sept Okt Oct Nov Dez Dec',
  beforeFigure: 'No Nos Nr n° nº núm p pp pág vol Bd Art Abs art Abb fig ca approx Tel tel S str',
};

const norwegian: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

type Known = { always: ReadonlySet<string>; beforeFigure: ReadonlySet<string> };
const known = new Map<string, Known>();

function abbreviationsOf(language: string): Known {
  const found = known.get(language);
  if (found) return found;
  const { always, beforeFigure } = lists[norwegian[language] ?? language] ?? everywhere;
  const made = { always: new Set(always.split(' ')), beforeFigure: new Set(beforeFigure.split(' ')) };
  known.set(language, made);
  return made;
}

/** Whether `word`, which stands before a full stop, is an abbreviation there. */
export function isAbbreviation(word: string, language: string, isBeforeFigure: boolean): boolean {
  const { always, beforeFigure } = abbreviationsOf(language);
  const low = word.charAt(0).toLowerCase() + word.slice(1);
  if (always.has(word) || always.has(low)) return true;
  return isBeforeFigure && (beforeFigure.has(word) || beforeFigure.has(low));
}

/** Words that begin sentences and no names: after “C.” or “U.S.” they say that the sentence before has ended. */
const openers = new Set(
  (
    'The This That These Those There Then They He She It We You But And Or So If In On At As When While After Before For From With His Her Its Their Our My Not No Yes However ' +
    'Der Die Das Dies Diese Dieser Dieses Ein Eine Es Er Sie Wir Ihr Ich Und Aber Oder Dann Dort Doch Wenn Als Auch Nach Vor Bei Mit Im Am ' +
    'Le La Les L’ Un Une Des Il Elle Ils Elles On Nous Vous Ce Cette Ces Mais Et Ou Puis Dans ' +
    'El Los Las Una Unos Unas Ella Ellos Pero Y Esto Este Esta En Lo Gli Uno Egli Essa Ma Poi Nel Questo Questa ' +
    'De Het Een Zij Wij Dit Dat Maar En Toen O Os As Um Uma Ele Ela Mas'
  ).split(' '),
);

/** Whether the text at `place` begins with a word that opens sentences. */
export function beginsLikeSentence(text: string, place: number): boolean {
  const word = /^[\p{Pi}\p{Ps}"'«»]*(\p{L}+)(?![\p{L}.’'-])/u.exec(text.slice(place, place + 40))?.[1];
  return word !== undefined && openers.has(word);
}

/** Words after which a single capital is a label and no initial: “vitamin C.”, “Plan B.” */
const labelled = new Set(
  (
    'vitamin vitamins hepatitis influenza plan type group category class grade section appendix annex option team point part exhibit model phase zone route schedule ' +
    'vitamine gruppe klasse kategorie typ teil punkt anhang anlage plan block ' +
    'groupe catégorie classe annexe vitamina grupo categoría clase anexo tipo gruppo categoria allegato groep klasse bijlage'
  ).split(' '),
);

/** Whether a single capital after `word` is a label. */
export function takesLetter(word: string): boolean {
  return labelled.has(word.toLowerCase());
}

const germanMonths = new Set(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
);

/** Whether the text at `place` begins with the German name of a month. */
export function beginsWithGermanMonth(text: string, place: number): boolean {
  const word = /^\p{L}+/u.exec(text.slice(place, place + 20))?.[0];
  return word !== undefined && germanMonths.has(word);
}

/** Written with a full stop and followed by a name: never the end of a sentence. */
export const beforeName = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Lt Maj Capt Sgt Cpl Pvt Adm Cmdr Rev Hon St Ste Mt Mts Ft ' +
    'Messrs Mmes Pres Amb Supt Insp Det Atty Fr Msgr vs v cf approx ca viz e.g i.e Gens Lts Drs Asst Dep Brig Sec'
  ).split(' '),
);

/** Followed by a number or a day: no end before a digit. */
export const beforeNumber = new Set(
  'No Nos no nos p pp Vol vol Fig Figs Art Ch Sec Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec c op'.split(' '),
);

/** May stand within a sentence or end one: what follows decides. */
export const either = new Set(
  (
    'Inc Corp Co Cos Ltd Jr Sr etc Bros Ave Blvd Rd Dept Assn Univ Gov Ph.D M.D B.A M.A a.m p.m A.M P.M Calif Conn Fla ' +
    'Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ariz Ark Colo ' +
    'Del Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec al ed eds est dept min max'
  ).split(' '),
);

/** Words that, capitalised, open a sentence rather than carry on a name. */
export const openers = new Set(
  (
    'The A An He She It They We I You This That These Those There In On At But And Or So Yet However Meanwhile If When ' +
    'While As After Before Since Although Though For From With His Her Its Their Our My Your Some Many Most Both All No ' +
    'Not What Who Why How Where Now Then Still Also Even Despite According Under During By To Such Each Another Instead ' +
    'Moreover Furthermore Nevertheless Nor Only Last Next Two Three One Several Other Others Earlier Later Today ' +
    "Yesterday Tomorrow Here It's He's She's They're We're I'm That's There's Is Are Was Were Do Does Did Can Could " +
    'Would Will Should Asked Among Between Through Without Once Until Because Like Until Unless Whether'
  ).split(' '),
);

/** After a quotation that ends in ! or ?, one of these within four words shows that the sentence goes on. */
export const reporting = new Set(
  (
    'said says asked asks told wrote writes added adds tweeted shouted cried replied exclaimed demanded wondered ' +
    'declared continued insisted posted responded answered quipped joked yelled'
  ).split(' '),
);

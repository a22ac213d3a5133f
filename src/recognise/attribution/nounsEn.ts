/** Common nouns that can speak: people in a role, and bodies. */
export const speakers = new Set(
  (
    'official officials critic critics analyst analysts expert experts people voter voters public leader leaders senator ' +
    'senators lawmaker lawmakers aide aides adviser advisers advisor advisors advocate advocates activist activists ' +
    'supporter supporters opponent opponents observer observers resident residents police prosecutor prosecutors lawyer ' +
    'lawyers attorney attorneys spokesman spokeswoman spokesperson spokesmen spokespeople president minister premier mayor ' +
    'governor congressman congresswoman judge judges court campaign campaigns administration government governments ' +
    'committee company companies agency agencies department ministry party parties union unions group groups team office ' +
    'bank council board commission panel army military navy police candidate candidates nominee scientist scientists ' +
    'researcher researchers economist economists scholar scholars professor author authors editor editors diplomat ' +
    'diplomats ambassador envoy envoys chancellor chairman chairwoman chairperson chief head director executive executives ' +
    'secretary historian historians journalist journalists reporter reporters commentator commentators columnist pundits ' +
    'strategist strategists pollster pollsters conservatives liberals progressives moderates majority minority source ' +
    'sources authorities citizens women men students workers farmers families parents doctors nurses teachers veterans ' +
    'investigators detective officer officers commander commanders general soldiers troops delegates delegation delegations ' +
    'negotiators mediator mediators side sides witness witnesses victim victims survivor survivors neighbor neighbors ' +
    'friend friends colleague colleagues ally allies rival rivals wife husband mother father son daughter brother sister ' +
    'couple man woman boy girl fan fans investor investors traders trader manager managers coach player players owner ' +
    'owners king queen prince pope bishop priest pastor king defendant plaintiff plaintiffs defense defence prosecution ' +
    'jury justice justices regulator regulators watchdog watchdogs association organization organisation foundation ' +
    'institute university think-tank coalition alliance bloc nation nations country countries state states city regime ' +
    'kremlin palace embassy congress senate parliament house assembly opposition rebels militants insurgents separatists ' +
    'protesters demonstrators editorial newspaper newspapers paper magazine outlet outlets network media press'
  ).split(' '),
);

/** Things that are read or measured and then "say", "show" or "find". */
export const documents = new Set(
  (
    'report reports poll polls survey surveys study studies data research article articles book books letter letters email ' +
    'emails memo memos document documents statement statements filing filings lawsuit complaint indictment transcript ' +
    'video results analysis paper newspaper newspapers magazine website post posts tweet tweets message messages ruling ' +
    'decision declaration communique communiqué resolution treaty agreement records figures statistics numbers evidence ' +
    'findings review audit note notes text op-ed editorial release ad ads advertisement speech findings law bill order'
  ).split(' '),
);

const speakerEnding = /(?:[a-z]{2}(?:ers|ists|ians|men|women|ees)|[a-z]{3}(?:ist|ian|man|woman|person))$/;
const notSpeaker = new Set(
  'numbers letters matters papers powers waters orders offers others computers rulers towers'.split(' '),
);

/** Whether a common noun names people or a body that can act. */
export function canSpeak(noun: string): boolean {
  const lower = noun.toLowerCase();
  return speakers.has(lower) || (speakerEnding.test(lower) && !notSpeaker.has(lower));
}

/** Heads of phrases that speak for the name beside them: "the Trump campaign", "a spokesman for the ministry". */
export const reportNouns = new Set(
  (
    'statement statements claim claims assertion assertions warning warnings accusation accusations allegation allegations ' +
    'remark remarks comment comments announcement announcements argument belief contention insistence suggestion view ' +
    'opinion promise promises pledge pledges vow prediction predictions call calls demand demands request proposal ' +
    'complaint complaints charge charges admission confession denial denials threat threats criticism acknowledgment ' +
    'acknowledgement conclusion assessment estimate forecast hope hopes fear fears concern concerns doubts plea appeal ' +
    'declaration testimony explanation description characterization reports rumors speculation'
  ).split(' '),
);

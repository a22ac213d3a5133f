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
    'protesters demonstrators editorial newspaper newspapers paper magazine outlet outlets network media press ' +
    'hopefuls hopeful contractor contractors pollsters offices whip whips staff deputies deputy insiders loyalists detractors skeptics sceptics hawks doves hardliners legislators legislator ' +
    'MPs peers peer MEPs backbencher councillor councilman councilwoman sheriff coroner trustee trustees clerk consultant ' +
    'consultants participants respondents correspondent correspondents agents immigrants migrants patients tenants ' +
    'dissidents camp club charity faction factions caucus cabinet tribunal inquiry firm firms industry lobby hospital ' +
    'district church clergy chair founder co-founder boss bosses driver farmer worker teacher writer speaker organizer ' +
    'organiser owner lobbyist employee refugee employees refugees colonel captain sergeant lieutenant archbishop rabbi ' +
    'imam cardinal nurse student student novelist friend passenger singer actor actress investigator spokespersons ' +
    'grandmother grandfather aunt uncle widow relative relatives crowd crowds allies base jurors juror backers others ' +
    'commissioner commissioners comptroller treasurer undersecretary premier ministers presidents deputies brokers broker ' +
    'developer researcher engineer engineers adversaries enemies foes neighbours neighbour locals clients client customers'
  ).split(' '),
);

/** Things that are read or measured and then "say", "show" or "find". */
export const documents = new Set(
  (
    'report reports poll polls survey surveys study studies data research article articles book books letter letters email ' +
    'emails memo memos document documents statement statements filing filings lawsuit complaint indictment transcript ' +
    'video results analysis paper newspaper newspapers magazine website post posts tweet tweets message messages ruling ' +
    'decision declaration communique communiqué resolution treaty agreement records figures statistics numbers evidence ' +
    'findings review audit note notes text op-ed editorial release ad ads advertisement speech findings law bill order ' +
    'dossier cable cables affidavit affidavits estimate estimates census blog tape recording recordings footage'
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

/** Nouns of feeling that are reports only with a verb such as "voiced"; those of saying are in `reportNouns`. */
export const feelingNouns: readonly string[] = (
  'support opposition skepticism scepticism reservations objection objections misgivings sympathy condolences thanks ' +
  'gratitude apology apologies interest willingness desire intention conviction disagreement dissent alarm remorse ' +
  'sorrow satisfaction surprise shock dismay commitment preference approval disapproval disdain contempt enthusiasm ' +
  'regret regrets optimism pessimism confidence outrage anger frustration disappointment doubt praise assurances ' +
  'assurance ultimatum deadline qualms possibility questions issue exception umbrage offense offence aim credit ' +
  'responsibility clear case open details messages requests solidarity condemnation'
).split(' ');

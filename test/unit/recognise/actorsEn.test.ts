import assert from 'node:assert/strict';
import { findActorsEn } from '../../../src/recognise/actorsEn';
import { tokenise } from '../../../src/text/tokens';
import { processorTime } from '../../support/processorTime';

/** Actors as "text=kind:id", or "text=kind" where the expected side names no id. */
function check(text: string, expected: readonly string[]): void {
  const found = findActorsEn(tokenise(text), {})
    .filter((mention) => mention.kind !== 'place' && mention.kind !== 'misc')
    .map((mention, i) => {
      const form = `${text.slice(mention.start, mention.end)}=${mention.kind}`;
      return expected[i]?.includes(':') ? `${form}:${mention.actor}` : form;
    });
  assert.deepEqual(found, expected);
}

describe('findActorsEn', () => {
  it('takes countries, titles and persons apart', () =>
    check('Finnish President Aino Virtala met British Foreign Secretary Tom Harwood on Monday.', [
      'Finnish=country:fi',
      'Aino Virtala=person:aino-virtala',
      'British=country:gb',
      'Tom Harwood=person:tom-harwood',
    ]));
  it('knows a person by the last name once the whole was given', () =>
    check('Marta Kowalczyk resigned. Friends of Kowalczyk were surprised.', [
      'Marta Kowalczyk=person:marta-kowalczyk',
      'Kowalczyk=person:marta-kowalczyk',
    ]));
  it('keeps two persons with one surname apart', () =>
    check('Peter Lindqvist and Eva Lindqvist disagree.', [
      'Peter Lindqvist=person:peter-lindqvist',
      'Eva Lindqvist=person:eva-lindqvist',
    ]));
  it('reads organisations by their head noun', () =>
    check('The Ministry of Health and Welfare and the University of Tartu signed with Helvar Systems Inc.', [
      'Ministry of Health and Welfare=organization',
      'University of Tartu=organization',
      'Helvar Systems Inc.=organization',
    ]));
  it('takes a capital for its government only where it acts', () =>
    check("Moscow's refusal was expected. She lived in Moscow for years.", ['Moscow=country:ru']));
  it('takes a capital for its government where it is urged or hindered', () =>
    check('They pressed Tokyo to act, which keeps Oslo from leaving. We flew from Tokyo to Oslo.', [
      'Tokyo=country:jp',
      'Oslo=country:no',
    ]));
  it('takes the article out of a country at the beginning of a sentence', () =>
    check('The United States agreed. The Netherlands did not.', [
      'United States=country:us',
      'Netherlands=country:nl',
    ]));
  it('keeps wars, treaties and prizes out', () =>
    check('After the Crimean War he won the Nobel Peace Prize under the Treaty of Paris.', []));

  it('reads titles of several words', () =>
    check('Secretary of State Ellen Marsh and Attorney General Omar Diaz resigned.', [
      'Ellen Marsh=person:ellen-marsh',
      'Omar Diaz=person',
    ]));
  it('takes the person out of an administration', () =>
    check("the Trump administration's plan and Mr. Halvorsen's government", [
      'Trump=person:donald-trump',
      'Halvorsen=person',
    ]));
  it('keeps a country inside a longer organisation', () =>
    check('The Bulgarian Defense Ministry and the Estonian Red Cross agreed.', [
      'Bulgarian Defense Ministry=organization',
      'Estonian Red Cross=organization',
    ]));
  it('splits countries joined by hyphens', () =>
    check('The Chile-Peru border and Sino-Russian trade.', [
      'Chile=country:cl',
      'Peru=country:pe',
      'Sino=country:cn',
      'Russian=country:ru',
    ]));
  it('reads all spellings of the United States', () =>
    check('The U.S. and the US, the USA and the United States; not "us".', [
      'U.S.=country:us',
      'US=country:us',
      'USA=country:us',
      'United States=country:us',
    ]));
  it('knows an organisation by its acronym in brackets', () =>
    check('The Nordic Reindeer Board (NRB) met. The NRB said little.', [
      'Nordic Reindeer Board=organization:nordic-reindeer-board',
      'NRB=organization:nordic-reindeer-board',
      'NRB=organization:nordic-reindeer-board',
    ]));
  it('takes no acronym of a thing for an organisation', () => check('Her DNA and the GDP were on TV and DVD.', []));
  it('joins particles, initials, hyphens and apostrophes of names', () =>
    check("Jan van der Berg, J. R. Whitcombe, Kim Ha-neul, Sinéad O'Rourke and Omar al-Rashid sat down.", [
      'Jan van der Berg=person',
      'J. R. Whitcombe=person',
      'Kim Ha-neul=person',
      "Sinéad O'Rourke=person",
      'Omar al-Rashid=person',
    ]));
  it('does not take the first word of a sentence into the name', () =>
    check('Yesterday Ingrid Solheim spoke. But Solheim left. When Solheim returned, Meanwhile was over.', [
      'Ingrid Solheim=person',
      'Solheim=person',
      'Solheim=person',
    ]));
  it('takes only known names out of a headline', () =>
    check('Why Big Reforms Fail and What Merkel Learned From Kowalczyk\n\nPiotr Kowalczyk disagrees with Merkel.', [
      'Merkel=person:angela-merkel',
      'Kowalczyk=person:piotr-kowalczyk',
      'Piotr Kowalczyk=person:piotr-kowalczyk',
      'Merkel=person:angela-merkel',
    ]));
  it('reads headings in capitals', () =>
    check('ISRAEL AND NATO SIGN DEAL\n', ['ISRAEL=country:il', 'NATO=organization:nato']));
  it('reads bylines and credits', () =>
    check('By Ayumi Tanaka\nPhoto: Maria Sanchez / Getty Images\n', [
      'Ayumi Tanaka=person',
      'Maria Sanchez=person',
      'Getty Images=organization',
    ]));
  it('reads labels of speakers', () =>
    check('HANNAH: Who called? PETER: It was Hannah.', ['HANNAH=person', 'PETER=person', 'Hannah=person']));
  it('reads citations', () =>
    check('Lindqvist et al. (2015) and (Moreau & Ikeda, 1999) differ.', [
      'Lindqvist=person',
      'Moreau=person',
      'Ikeda=person',
    ]));
  it('leaves states of affiliation alone', () =>
    check('Sen. Carla Whitfield (R-Maine) spoke.', ['Carla Whitfield=person']));
  it('prefers the person of the document to one better known', () =>
    check('Dana Trump runs a bakery in Leeds. Trump sells bread.', [
      'Dana Trump=person:dana-trump',
      'Trump=person:dana-trump',
    ]));
  it('keeps the person of the document from a country of that name', () =>
    check('Mary Jordan wrote it. Jordan said so.', ['Mary Jordan=person:mary-jordan', 'Jordan=person:mary-jordan']));
  it('joins the two orders of a name', () =>
    check('Kishida Fumio resigned; Fumio Kishida had led Japan.', [
      'Kishida Fumio=person:fumio-kishida',
      'Fumio Kishida=person:fumio-kishida',
      'Japan=country:jp',
    ]));
  it('keeps places, months and common words out', () =>
    check('In March we walked along the Elbe River to Dresden. Spring came. The Internet was down on Monday.', []));

  it('takes time in proportion to hostile text', function () {
    this.timeout(30_000);
    const time = (unit: string, length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const started = processorTime();
      findActorsEn(tokenise(text), {});
      return processorTime() - started;
    };
    for (const unit of [
      '.',
      'A',
      'Abc ',
      'A.',
      'A-',
      "O'",
      'Bank of ',
      'John Smith ',
      'Xyz Lindqvist. ',
      'de la ',
      '1',
      '(',
      'al-',
    ]) {
      time(unit, 5_000);
      const small = Math.max(time(unit, 15_000), 8);
      const large = time(unit, 150_000);
      assert.ok(large < small * 60, `${unit}: ${small.toFixed(0)} ms, ten times the text ${large.toFixed(0)} ms`);
    }
  });
});

/** Names in text of many kinds: each row the text and its actors, as "text=kind". */
const rows: readonly (readonly [text: string, ...actors: string[]])[] = [
  ['He works at Kestrel Foods. Analysts like Kestrel.', 'Kestrel Foods=organization', 'Kestrel=organization'],
  [
    'Halvorsen Marine ASA grew. Halvorsen Marine hired staff.',
    'Halvorsen Marine ASA=organization',
    'Halvorsen Marine=organization',
  ],
  ['The 6th Armoured Division attacked.', '6th Armoured Division=organization'],
  ['They joined the II Corps of Major General Ames Wyatt.', 'II Corps=organization', 'Ames Wyatt=person'],
  ['She met the Trinamool Congress of Mamata Banerjee.', 'Trinamool Congress=organization', 'Mamata Banerjee=person'],
  [
    'He joined the Ministry of Environment, Forest and Climate Change.',
    'Ministry of Environment, Forest and Climate Change=organization',
  ],
  ["A lawyer for the Essex County Prosecutor's Office spoke.", "Essex County Prosecutor's Office=organization"],
  ["We ate at Petrucci's Deli.", "Petrucci's Deli=organization"],
  ['He runs the Max Planck Institute for Astronomy.', 'Max Planck Institute for Astronomy=organization'],
  [
    'She studied at the University of North Carolina at Chapel Hill.',
    'University of North Carolina at Chapel Hill=organization',
  ],
  ['The pagers were made by Arden Consulting of Budapest.', 'Arden Consulting=organization'],
  ['It went to Sokha Construction Co., Ltd. yesterday.', 'Sokha Construction Co., Ltd.=organization'],
  ['A spokesman for Nato and Unicef declined.', 'Nato=organization', 'Unicef=organization'],
  ['Republicans want the House to vote.', 'Republicans=organization', 'House=organization'],
  [
    'A group of Conservative lawmakers met Democratic senators.',
    'Conservative=organization',
    'Democratic=organization',
  ],
  ["Shou Chew, Fujitsu's chief executive, resigned.", 'Shou Chew=person', 'Fujitsu=organization'],
  ['In a speech he accused Washington of bullying.', 'Washington=country'],
  ['Will Ottawa retaliate?', 'Ottawa=country'],
  ['14:05 BST Kallas arrives.', 'Kallas=person'],
  ['Ms. Monaco answered.', 'Monaco=person'],
  ['The bank economist Sarah House expects a cut.', 'Sarah House=person'],
  ['It was brought by Mano Limpo, a group with links to farmers.', 'Mano Limpo=organization'],
  [
    'He won two titles with Sparta Prague and one with FC Midtjylland.',
    'Sparta Prague=organization',
    'FC Midtjylland=organization',
  ],
  ['OSLO — Top Merkel aides resigned.', 'Merkel=person'],
  ['Speaker John A. Corbett, R-Ohio, left.', 'John A. Corbett=person'],
  ['He met Virginia Republican Bob Goodwin.', 'Bob Goodwin=person'],
  ['A NATO-EU pact and a NATO-backed plan.', 'NATO=organization', 'EU=organization', 'NATO=organization'],
  ['On Thursday Merkel resigned.', 'Merkel=person'],
  [
    'The Senate met. House Democrats and House lawyers left.',
    'Senate=organization',
    'House=organization',
    'Democrats=organization',
    'House=organization',
  ],
  ['The Senate met the Republican-led House.', 'Senate=organization', 'Republican=organization', 'House=organization'],
  ['She wrote to Dr. Hyun-ah Moon.', 'Hyun-ah Moon=person'],
  ['“Pipe down,” the Florida Republican wrote.'],
  ['Chuck Brandvold, a farmer, slept.', 'Chuck Brandvold=person'],
  ['He was White House Counsel Dana Whitlow.', 'White House=organization', 'Dana Whitlow=person'],
  ['She worked in the White House of George W. Bush.', 'White House=organization', 'George W. Bush=person'],
  ['She told The Denver Post and the Irish Times.', 'The Denver Post=organization', 'Irish Times=organization'],
];

describe('findActorsEn in text of many kinds', () => {
  for (const [text, ...actors] of rows) {
    it(text, () => check(text, actors));
  }
});

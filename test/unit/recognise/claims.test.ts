import assert from 'node:assert/strict';
import type { Language } from '../../../src/model/recognition';
import { findClaims } from '../../../src/recognise/claims';
import { tokenise } from '../../../src/text/tokens';
import { marked } from './markedText';

/** Claims as "source | cue | kind". */
function claimsOf(source: string, language: Language): string[] {
  const { text, mentions, dates } = marked(source);
  return findClaims(tokenise(text), language, mentions, dates).map(
    ({ source: who, cue, kind }) => `${who} | ${cue ? text.slice(cue.start, cue.end) : ''} | ${kind}`,
  );
}

function check(language: Language, source: string, ...expected: string[]): void {
  it(source.slice(0, 90), () => assert.deepEqual(claimsOf(source, language), expected));
}

describe('claims, English: who says', () => {
  check('en', '{p:Ann Lee} said the harbour would open.', 'ann-lee | said | statement');
  check('en', '“We open in May,” said {p:Ann Lee}, the mayor.', 'ann-lee | said | statement');
  check('en', '“We open in May,” {p:Ann Lee} told reporters.', 'ann-lee | told | statement');
  check('en', 'The gates failed, according to {o:Harbour Board}.', 'harbour-board | according to | statement');
  check('en', 'Mayor {p:Ann Lee}, who lives nearby, has repeatedly denied the claim.', 'ann-lee | denied | denial');
  check('en', "{p:Ann Lee}'s spokesman {p:Tom Reed} rejected the offer.", 'tom-reed | rejected | denial');
  check('en', 'A spokesman for {o:Harbour Board} said the gates were sound.', 'harbour-board | said | statement');
  check('en', 'The {p:lee|Lee} campaign accused {p:Reed} of lying.', 'lee | accused | judgement');
  check('en', 'The plan was criticized by {p:Tom Reed} as too costly.', 'tom-reed | criticized | judgement');
  check('en', 'Critics say the plan is too costly.', 'null | say | statement');
  check('en', '{p:Ann Lee} met {p:Tom Reed} in {l:Oslo} and urged him to resign.', 'ann-lee | urged | demand');
  check('en', '{c:no|Norway} did not accept the offer.', 'no | accept | denial');
  check('en', "{p:Ann Lee} hasn't said that the gates failed.", 'ann-lee | said | statement');
  check('en', '{p:Ann Lee} walked out, saying that the talks were over.', 'ann-lee | saying | statement');
});

describe('claims: what kind, by what is said', () => {
  check('en', '{p:Ann Lee} warned that the levy could ruin farms.', 'ann-lee | warned | prediction');
  check('en', '{p:Ann Lee} expects a cut in May.', 'ann-lee | expects | prediction');
  check('en', '{p:Ann Lee} described him as a bully.', 'ann-lee | described | judgement');
  check('en', '{o:Harbour Board} called it a farce.', 'harbour-board | called | judgement');
  check('en', '{p:Ann Lee} sent a flat rejection, stating that it was over.', 'ann-lee | stating | denial');
  check('en', '{o:Harbour Board} and {o:Dock Union} agreed to speed up talks.', 'harbour-board | agreed | statement');
  check('ja', '{c:no|ノルウェー}は船が狙われたと主張した。', 'no | 主張 | statement');
  check('ja', '{c:no|ノルウェー}は港を開くべきだと主張した。', 'no | 主張 | demand');
  check('ja', '{o:労組}は値上げに反対した。', '労組 | 反対 | position');
  check('ja', '{p:田中一郎}市長は影響が深刻だと指摘した。', '田中一郎 | 指摘 | judgement');
});

describe('claims: who is meant', () => {
  check('en', '{p:Sofie Maas} of {o:Optics Institute} in {l:Bonn} said it was small.', 'sofie-maas | said | statement');
  check(
    'en',
    'Gov. {p:Ann Lee} spoke. {p:Tom Reed} listened. The governor denied the charge.',
    'ann-lee | denied | denial',
  );
  check(
    'en',
    '{o:harbour|Harbour Company} grew, said {p:Ann Lee}, the company’s chief. The company expects more.',
    'ann-lee | said | statement',
    'harbour | expects | prediction',
  );
  check('ja', '{p:玉置隆一}衆院議員(55)は港を開くべきだと訴えた。', '玉置隆一 | 訴え | demand');
});

describe('claims, English: forms of news', () => {
  check('en', '{p:Ann Lee} on Tuesday accused her rival of hiding the truth.', 'ann-lee | accused | judgement');
  check(
    'en',
    'Critics argue that it is unfair, while {p:Tom Reed} contends it is not.',
    'null | argue | position',
    'tom-reed | contends | position',
  );
  check(
    'en',
    '“I was wrong,” {p:Ann Lee} added. “But I would do it again tomorrow.”',
    'ann-lee | added | statement',
    'ann-lee |  | statement',
  );
  check('en', "{p:Ann Lee}'s view is that the treaty is dead.", 'ann-lee | view | statement');
  check('en', 'Sen. {p:Ann Lee}, a member of the panel, has called for an inquiry.', 'ann-lee | called | demand');
  check(
    'en',
    "{p:Ann Lee}'s husband, former mayor {p:Tom Reed}, apologized for the remark.",
    'tom-reed | apologized | judgement',
  );
  check('en', 'Polls show {p:Ann Lee} ahead of her rival.', 'null | show | statement');
  check('en', '“We will fight,” vowed {p:Ann Lee}, a farmer.', 'ann-lee | vowed | position');
  check(
    'en',
    '{o:Harbour Board}, which has opposed the merger, said Monday it would appeal.',
    'harbour-board | said | statement',
  );
  check('en', 'Her lawyers filed a motion arguing that the search was illegal.', 'null | arguing | position');
  check('en', 'Sources close to the campaign tell {o:Bolt News} that he will resign.', 'null | tell | statement');
  check('en', 'Officials in {l:Oslo} privately worry that it will fail.', 'null | worry | position');
  check('en', 'Several members have said they will not endorse him.', 'null | said | statement');
  check('en', '{p:Ann Lee} called him “a con man.”', 'ann-lee | called | judgement');
  check('en', '{o:Harbour Board} called on the town to pay.', 'harbour-board | called | demand');
  check('en', 'Witnesses described hearing shots.', 'null | described | statement');
  check('en', '{p:Ann Lee} dismissed the idea.', 'ann-lee | dismissed | denial');
  check('en', '{p:Ann Lee} posted on social media that the gates were shut.', 'ann-lee | posted | statement');
  check(
    'en',
    'It was natural that {c:no|Norway} opposed the plan.',
    'author | natural | judgement',
    'no | opposed | position',
  );
});

describe('claims, English: verbs with their small words', () => {
  check('en', '{p:Ann Lee} spoke of a lost year.', 'ann-lee | spoke | statement');
  check('en', '{p:Ann Lee} ruled out a new levy.', 'ann-lee | ruled | statement');
  check('en', 'Brokers scoffed at the offer.', 'null | scoffed | statement');
  check('en', '{p:Ann Lee} ruled the harbour for ten years.');
  check('en', '{o:Dock Union} pointed to a lack of cranes.', 'dock-union | pointed | statement');
  check('en', '{p:Ann Lee} reported to the council that the gates were shut.', 'ann-lee | reported | statement');
  check('en', 'His wife thinks so.', 'null | thinks | position');
  check('en', 'Jurors found both men guilty of fraud.', 'null | found | statement');
  check('en', '{p:Ann Lee} would oppose a new levy.', 'ann-lee | oppose | position');
});

describe('claims, English: cues that are no verbs of saying', () => {
  check('en', '{p:Ann Lee} voiced deep concern over the gates.', 'ann-lee | voiced deep concern | position');
  check('en', '{o:Dock Union} has serious doubts about the plan.', 'dock-union | has serious doubts | position');
  check('en', '{p:Ann Lee} took issue with the report.', 'ann-lee | took issue | position');
  check('en', '{p:Ann Lee} took credit cards along.');
  check('en', '{p:Ann Lee} is adamant that the gates will open.', 'ann-lee | adamant | position');
  check('en', 'Officials were worried about the gates.', 'null | worried | position');
  check('en', 'Work went on despite claims that the gates were unsafe.', 'null | claims | statement');
  check('en', 'It is understood that the mayor was not told.', 'null | understood | position');
  check('en', '{p:Ann Lee} is widely seen as a fighter.', 'null | seen | position');
});

describe('claims, English: quotations with other verbs or none', () => {
  check('en', '“Nobody asked us about it,” {p:Ann Lee}, a clerk, grinned.', 'ann-lee | grinned | statement');
  check('en', '“Nobody asked us about it”, {p:Ann Lee} added.', 'ann-lee | added | statement');
  check('en', 'Asked about the gates, {p:Ann Lee} left the room.', 'ann-lee | Asked | statement');
  check('en', 'Officials said it was late. “We had no time for it.”', 'null | said | statement', 'null |  | statement');
  check(
    'en',
    '{p:Ann Lee} said, according to {o:Harbour News}, that it was late. “We had no time for it.”',
    'ann-lee | said | statement',
    'harbour-news | according to | statement',
    'ann-lee |  | statement',
  );
  check(
    'en',
    '{p:Ann Lee}: The gates were shut at noon. Nobody was hurt.',
    'ann-lee |  | statement',
    'ann-lee |  | statement',
  );
});

describe('claims, English: the subject behind insertions', () => {
  check('en', '{p:Ann Lee} went on to promise that it would open.', 'ann-lee | promise | position');
  check('en', '{o:Dock Union} signalled that it would strike.', 'dock-union | signalled | statement');
  check('en', 'Voters stand opposed to the levy.', 'null | opposed | position');
  check('en', '{o:Dock Union} planned to meet again.', 'dock-union | planned | position');
  check('en', '“It would fail now,” {p:Ann Lee} (R-Ohio), a clerk, told reporters.', 'ann-lee | told | statement');
  check('en', '"We were late again,” {p:Ann Lee} said.', 'ann-lee | said | statement');
  check('en', 'Both parties, in separate statements, late Wednesday rejected the ruling.', 'null | rejected | denial');
  check('en', '{o:Harbour Board}, {o:HB}, declared {p:Ann Lee} winner.', 'harbour-board | declared | statement');
  check('en', 'His staff admits it was late.', 'null | admits | statement');
  check('en', 'The vote came late, with {p:Ann Lee} accusing {p:Tom Reed} of fraud.', 'ann-lee | accusing | judgement');
  check('en', '{p:Ann Lee} sent a letter on Friday stating that it was over.', 'ann-lee | stating | statement');
  check('en', 'The plan is considered by experts to be weak.', 'null | considered | position');
  check(
    'en',
    '{p:Ann Lee} called the letter sent by {p:Tom Reed} on Friday “long and dull”.',
    'ann-lee | called | judgement',
  );
  check('en', '{p:ANN LEE}, NEWS EDITOR: We have learned that it was late.', 'ann-lee | learned | position');
  check('en', '{p:Ann Lee}, speaking in {l:Ames}, {l:Iowa}, said it was late.', 'ann-lee | said | statement');
  check('en', '{p:Ann Lee}, of the {o:Optics Institute}, a charity, doubts it.', 'ann-lee | doubts | position');
  check('en', 'One, Sen. {p:Ann Lee} (R-Texas), wants to wait.', 'ann-lee | wants | position');
  check('en', 'A survey released Saturday night showed that most agree.', 'null | showed | statement');
  check('en', 'The staff warned the board when asked.', 'null | warned | statement');
});

describe('claims, English: resolved inside the text', () => {
  check('en', '{p:Ann Lee} arrived late. She said the train had stopped.', 'ann-lee | said | statement');
  check(
    'en',
    'President {p:Ann Lee} arrived late. {p:Tom Reed} waited. The president said the train had stopped.',
    'ann-lee | said | statement',
  );
  check('en', '{o:Bolt Corp} closed on Monday. The company announced new rules.', 'bolt-corp | announced | statement');
});

describe('claims, English: he and she', () => {
  check('en', '{p:Joan Reed} met {p:Tom Lee}. He said it was late.', 'tom-lee | said | statement');
  check('en', '{p:Joan Reed} met {p:Tom Lee}. She said it was late.', 'joan-reed | said | statement');
  check('en', 'Ms. {p:Alex Roe} met Mr. {p:Sam Poe}. He said it was late.', 'sam-poe | said | statement');
});

describe('claims, English: what is none', () => {
  check('en', 'The proposed deal was signed in {l:Oslo}.');
  check('en', 'The reports of the committee filled two shelves.');
  check('en', '{p:Ann Lee} dismissed her driver and wrote two operas in 1890.');
  check('en', 'The offer was accepted by {p:Ann Lee}.');
  check('en', 'A number of states that joined in 1990 left in 1995.');
  check('en', 'New Station Unveiled; {p:Ann Lee} Welcomed');
  check('en', 'A well-known writer of letters lived here until 1990.');
  check('en', '“{p:Ann Lee} said so,” was written on a wall of the old town.');
});

describe('claims, English: two speakers', () => {
  it('cuts coordinate clauses', () => {
    const { text, mentions, dates } = marked('{p:Ann Lee} said it was safe, but {p:Tom Reed} warned that it was not.');
    assert.deepEqual(
      findClaims(tokenise(text), 'en', mentions, dates).map(({ start, end }) => text.slice(start, end)),
      ['Ann Lee said it was safe', 'Tom Reed warned that it was not.'],
    );
  });
});

describe('claims, English: the author', () => {
  check('en', 'The council must repair the bridge before winter.', 'author | must | demand');
  check('en', 'It is essential that the bridge be repaired.', 'author | essential | demand');
  check('en', 'The delay is a serious failure of the council.', 'author | serious | judgement');
  check('en', 'The bridge could collapse under heavy snow.', 'author | could | prediction');
  check('en', 'The council met on Monday in the town hall.');
});

describe('claims, Japanese', () => {
  check('ja', '{p:田中一郎}市長は橋を直すと述べた。', '田中一郎 | 述べ | statement');
  check('ja', '橋は安全だと{p:佐藤花子}氏が主張。', '佐藤花子 | 主張 | position');
  check('ja', '{o:港湾局}によると、水門は壊れていた。', '港湾局 | によると | statement');
  check('ja', '{p:田中一郎}市長は辞任を否定した。', '田中一郎 | 否定 | denial');
  check(
    'ja',
    '{c:no|ノルウェー}は提案を示唆、{c:se|スウェーデン}は全面否定した。',
    'no | 示唆 | statement',
    'se | 全面否定 | denial',
  );
  check('ja', '{p:田中一郎}氏が到着した。同氏は「必ず直す」と語った。', '田中一郎 | 語っ | statement');
  check('ja', '市は橋を直すべきだ。', 'author | べきだ | demand');
  check('ja', '計画は失敗に終わりかねない。', 'author | かねない | prediction');
  check('ja', '{p:佐藤花子}報道官は、{p:田中一郎}市長が来週訪日すると発表した。', '佐藤花子 | 発表 | statement');
  check('ja', '{o:港湾局}の専門家は「遅い」と警鐘を鳴らした。', '港湾局 | 警鐘を鳴ら | judgement');
  check('ja', '発表の後、人々は帰った。');
  check(
    'ja',
    '{p:田中一郎}市長が到着した。橋を直す方針を示し、国が支援すると表明した。',
    '田中一郎 | 表明 | statement',
  );
  check(
    'ja',
    '{p:田中一郎}市長は、{c:no|ノルウェー}が主張する「開門」は誤りだと述べた。',
    '田中一郎 | 述べ | statement',
    'no | 主張 | position',
  );
  check(
    'ja',
    '{c:no|ノルウェー}は全面否定し、真偽不明の話が交渉を揺るがしている。',
    'no | 全面否定 | denial',
    'author | 揺るが | judgement',
  );
  check('ja', '{p:田中一郎}市長、辞任を否定', '田中一郎 | 否定 | denial');
  check('ja', '{p:佐藤花子}氏は報告書を分析した。');
});

describe('claims, Japanese: who is meant', () => {
  check('ja', '{p:保科理沙}さん（38）は「来年も続けてほしい」と話した。', '保科理沙 | 話し | statement');
  check('ja', '救援団の責任者{p:オケル}さんによると、町は壊れた。', 'オケル | によると | statement');
  check('ja', '{p:倉品みずき}教授（政治学）は「透明化が先だ」と指摘する。', '倉品みずき | 指摘 | statement');
  check('ja', '運営会社「{o:こもれびケア}」は「調べている」と説明した。', 'こもれびケア | 説明 | statement');
  check('ja', '{p:真部譲二}代表代行は7日、対応を批判した。', '真部譲二 | 批判 | judgement');
  check('ja', '実行委の{p:道本ゑつ}さんは「引き継ぎたい」と力を込めた。', '道本ゑつ | 力を込め | statement');
  check('ja', '{p:琴和田}親方は「皆も喜んでいると思う」。', '琴和田 | 「 | statement');
  check('ja', '{p:石動}首相「任期まで続ける」', '石動 | 「 | statement');
  check('ja', '社是は「何よりも誠実に」。');
  check('ja', '{o:港湾局}の合言葉は「何よりも誠実に」。');
});

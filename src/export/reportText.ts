import type { AnchorState, ClaimStatus, Directness, LinkRelation, Stance } from '../model/claim';
import type { ClaimKind, Language } from '../model/recognition';
import type { LossKind } from './loss';

/** The words of reports in one language. */
export interface ReportText {
  readonly title: string;
  readonly summary: (claims: number, articles: number) => string;
  readonly published: string;
  readonly authorSource: string;
  readonly unknownSource: string;
  readonly quote: string;
  readonly kind: string;
  readonly stance: string;
  readonly date: string;
  readonly status: string;
  readonly where: string;
  readonly line: (line: number) => string;
  readonly linkedClaims: string;
  readonly thisClaim: string;
  readonly relation: string;
  readonly otherClaim: string;
  readonly details: string;
  readonly statement: string;
  readonly verdict: string;
  readonly evidence: string;
  readonly reviewer: string;
  readonly note: string;
  readonly unplaced: string;
  readonly unplacedNote: string;
  readonly timeline: string;
  readonly network: string;
  readonly source: string;
  readonly role: string;
  readonly count: string;
  readonly timelineNote: string;
  readonly networkNote: string;
  readonly concept: string;
  readonly noClaims: string;
  readonly losses: string;
  readonly nothingLost: string;
  readonly made: string;
  readonly kinds: Record<ClaimKind, string>;
  readonly directnesses: Record<Directness, string>;
  readonly stances: Record<Stance, string>;
  readonly statuses: Record<ClaimStatus, string>;
  readonly relations: Record<LinkRelation, string>;
  readonly states: Record<AnchorState, string>;
  readonly lossKinds: Record<LossKind, string>;
}

const english: ReportText = {
  title: 'Claims',
  summary: (claims, articles) =>
    `${claims} ${claims === 1 ? 'claim' : 'claims'} in ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  published: 'Published',
  authorSource: 'Author of the article',
  unknownSource: 'Source unknown',
  quote: 'Quote',
  kind: 'Kind',
  stance: 'Stance',
  date: 'Date',
  status: 'Status',
  where: 'Where',
  line: (line) => `line ${line}`,
  linkedClaims: 'Linked claims',
  thisClaim: 'This claim',
  relation: 'Relation',
  otherClaim: 'Other claim',
  details: 'Details',
  statement: 'In the editor’s words',
  verdict: 'Verdict',
  evidence: 'Evidence',
  reviewer: 'Reviewer',
  note: 'Note',
  unplaced: 'Claims without a certain place',
  unplacedNote: 'The text has changed since these were recorded. Their quotes are kept as they were.',
  timeline: 'Timeline',
  network: 'Network of sources and concepts',
  source: 'Source',
  role: 'Role',
  count: 'Claims',
  timelineNote:
    'One row for each source. A filled triangle supports, an open triangle pointing down opposes, a circle is neutral or has no stance. The tables below hold the same claims.',
  networkNote:
    'Sources on the left, concepts on the right. A solid line supports, a dashed line opposes, a dotted line is neutral or has no stance. The table holds the same data.',
  concept: 'Concept',
  noClaims: 'No claims are recorded in this article.',
  losses: 'Not in this export',
  nothingLost: 'This export holds everything that was recorded.',
  made: 'Made',
  kinds: {
    statement: 'statement',
    demand: 'demand',
    prediction: 'prediction',
    denial: 'denial',
    position: 'position',
    judgement: 'judgement',
  },
  directnesses: { direct: 'direct', indirect: 'indirect', paraphrase: 'paraphrase' },
  stances: { support: 'supports', oppose: 'opposes', neutral: 'neutral' },
  statuses: {
    unverified: 'unverified',
    'in-progress': 'in progress',
    supported: 'supported',
    disputed: 'disputed',
    refuted: 'refuted',
    superseded: 'superseded',
  },
  relations: {
    supports: 'supports',
    contradicts: 'contradicts',
    updates: 'updates',
    repeats: 'repeats',
    quotes: 'quotes',
    'same-event': 'same event',
  },
  states: { exact: 'exact', moved: 'moved', review: 'to be reviewed', orphan: 'not found in the text' },
  lossKinds: {
    source: 'who said it',
    role: 'role as printed',
    statement: 'statement in the editor’s words',
    kind: 'kind of claim',
    directness: 'direct or indirect',
    cue: 'cue words',
    addressee: 'addressee',
    concepts: 'concepts',
    stance: 'stance',
    date: 'date of the claim',
    status: 'status',
    verdict: 'verdict and evidence',
    note: 'notes',
    tags: 'tags',
    actors: 'actors taking part',
    links: 'links between claims',
    author: 'who recorded it',
    created: 'when it was recorded',
    corrections: 'corrections of names and dates',
    position: 'places that are not certain',
    context: 'text around the quote',
    claim: 'whole claims',
    conflicts: 'other values of fields that two people changed',
    crossing: 'passages that cross others, which TextAE does not show',
    characters: 'forbidden characters',
  },
};

const japanese: ReportText = {
  title: '主張の一覧',
  summary: (claims, articles) => `記事${articles}本、主張${claims}件`,
  published: '掲載日',
  authorSource: '記事の筆者',
  unknownSource: '発言者不明',
  quote: '引用',
  kind: '種類',
  stance: '立場',
  date: '日付',
  status: '検証状況',
  where: '場所',
  line: (line) => `${line}行目`,
  linkedClaims: '関連する主張',
  thisClaim: 'この主張',
  relation: '関係',
  otherClaim: '相手の主張',
  details: '詳細',
  statement: '編集者による要約',
  verdict: '判定',
  evidence: '根拠',
  reviewer: '確認者',
  note: 'メモ',
  unplaced: '位置が確定していない主張',
  unplacedNote: '記録後に本文が変わりました。引用は記録時のまま保存されています。',
  timeline: '年表',
  network: '発言者と論点のつながり',
  source: '発言者',
  role: '肩書',
  count: '主張数',
  timelineNote:
    '発言者ごとに一行。塗りつぶした三角は賛成、下向きの白い三角は反対、丸は中立または立場なし。同じ主張は下の表にもあります。',
  networkNote: '左が発言者、右が論点。実線は賛成、破線は反対、点線は中立または立場なし。同じ内容は表にもあります。',
  concept: '論点',
  noClaims: 'この記事に記録された主張はありません。',
  losses: 'この出力に含まれないもの',
  nothingLost: '記録された内容はすべてこの出力に含まれています。',
  made: '作成',
  kinds: {
    statement: '発言',
    demand: '要求',
    prediction: '予測',
    denial: '否定',
    position: '見解',
    judgement: '評価',
  },
  directnesses: { direct: '直接引用', indirect: '間接引用', paraphrase: '言い換え' },
  stances: { support: '賛成', oppose: '反対', neutral: '中立' },
  statuses: {
    unverified: '未検証',
    'in-progress': '検証中',
    supported: '裏付けあり',
    disputed: '異論あり',
    refuted: '誤り',
    superseded: '更新済み',
  },
  relations: {
    supports: '支持',
    contradicts: '矛盾',
    updates: '更新',
    repeats: '繰り返し',
    quotes: '引用',
    'same-event': '同じ出来事',
  },
  states: { exact: '一致', moved: '移動', review: '要確認', orphan: '本文に見つからない' },
  lossKinds: {
    source: '発言者',
    role: '肩書',
    statement: '編集者による要約',
    kind: '主張の種類',
    directness: '直接・間接の別',
    cue: '手がかりの語',
    addressee: '相手',
    concepts: '論点',
    stance: '立場',
    date: '主張の日付',
    status: '検証状況',
    verdict: '判定と根拠',
    note: 'メモ',
    tags: 'タグ',
    actors: '関係者',
    links: '主張どうしのつながり',
    author: '記録者',
    created: '記録日時',
    corrections: '名前と日付の訂正',
    position: '確定していない位置',
    context: '引用の前後の文',
    claim: '主張全体',
    conflicts: '二人が変更した項目の、もう一方の値',
    crossing: 'ほかの箇所と交差していて TextAE では表示されない箇所',
    characters: '使えない文字',
  },
};

/** The words of reports; English for any other language. */
export function reportText(language: Language | undefined): ReportText {
  return language === 'ja' ? japanese : english;
}

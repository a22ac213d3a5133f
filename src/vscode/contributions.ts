import * as vscode from 'vscode';

/** Ids of what `package.json` contributes; a test holds the two against each other. */
export const commands = {
  recordClaim: 'editorialClaims.recordClaim',
  editClaim: 'editorialClaims.editClaim',
  deleteClaim: 'editorialClaims.deleteClaim',
  linkClaim: 'editorialClaims.linkClaim',
  nextClaim: 'editorialClaims.nextClaim',
  previousClaim: 'editorialClaims.previousClaim',
  reviewAnchors: 'editorialClaims.reviewAnchors',
  correctActor: 'editorialClaims.correctActor',
  correctDate: 'editorialClaims.correctDate',
  setPublicationDate: 'editorialClaims.setPublicationDate',
  toggleHighlights: 'editorialClaims.toggleHighlights',
  export: 'editorialClaims.export',
  import: 'editorialClaims.import',
  openSidecar: 'editorialClaims.openSidecar',
  filterClaims: 'editorialClaims.filterClaims',
  groupClaims: 'editorialClaims.groupClaims',
  showOverview: 'editorialClaims.showOverview',
  findMentions: 'editorialClaims.findMentions',
  dismissPoint: 'editorialClaims.dismissPoint',
  restorePoints: 'editorialClaims.restorePoints',
  makeConsistent: 'editorialClaims.makeConsistent',
  manageIndex: 'editorialClaims.manageIndex',
  showLog: 'editorialClaims.showLog',
  reveal: 'editorialClaims.reveal',
} as const;

export const views = {
  claims: 'editorialClaims.claims',
  actors: 'editorialClaims.actors',
  related: 'editorialClaims.related',
  points: 'editorialClaims.points',
  concordance: 'editorialClaims.concordance',
} as const;

export const contextKeys = {
  /** The active editor shows an article. */
  articleActive: 'editorialClaims.articleActive',
  /** A search for mentions has been made. */
  concordanceShown: 'editorialClaims.concordanceShown',
  /** Points to look at were dismissed. */
  pointsDismissed: 'editorialClaims.pointsDismissed',
} as const;

const highlightKinds = ['person', 'organization', 'country', 'date', 'claim'] as const;
export type HighlightKind = (typeof highlightKinds)[number];

interface Settings {
  'articles.include': readonly string[];
  'articles.exclude': readonly string[];
  'highlights.kinds': readonly HighlightKind[];
  author: string;
  askAfterRecording: boolean;
  codeLens: boolean;
  hints: boolean;
}

const section = 'editorialClaims';

/** The setting's value for a file; the default where somebody wrote a value of another type. */
export function readSetting<K extends keyof Settings>(key: K, scope?: vscode.Uri): Settings[K] {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const value = configuration.get<Settings[K]>(key);
  const fallback = configuration.inspect<Settings[K]>(key)?.defaultValue as Settings[K];
  if (Array.isArray(fallback)) {
    return (Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : fallback) as Settings[K];
  }
  return typeof value === typeof fallback ? (value as Settings[K]) : fallback;
}

/** Whether one of our settings has changed. */
export function affects(event: vscode.ConfigurationChangeEvent, key: keyof Settings): boolean {
  return event.affectsConfiguration(`${section}.${key}`);
}

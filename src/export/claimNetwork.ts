import { compareText } from '../base/textOrder';
import type { Claim } from '../model/claim';
import type { ExportInput, TimeWindow } from './exporter';
import { actorName, type PreparedArticle } from './prepare';
import { linkedArticle } from './relativePath';
import { windowOf } from './timeWindows';

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly type: 'actor' | 'claim' | 'concept';
  /** Person, organization, country for actors; the kind of claim for claims. */
  readonly kind: string;
  readonly article: string;
  readonly date: string;
}

export interface NetworkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** `says` from an actor to a claim, a stance from an actor to a concept, a relation between claims. */
  readonly kind: string;
  readonly weight: number;
  readonly date: string;
}

/** The claims of one window of time as a network. */
export interface Network {
  readonly window: string;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

interface Building {
  readonly nodes: Map<string, NetworkNode>;
  readonly edges: Map<string, NetworkEdge>;
}

/**
 * Networks of actors, claims and concepts, one for each window of time in order. A claim's own date counts, else its
 * article's; claims without either are in the window "undated".
 */
export function claimNetworks(input: ExportInput, articles: readonly PreparedArticle[], window: TimeWindow): Network[] {
  const networks = new Map<string, Building>();
  const where = new Map<string, string>();
  const eachClaim = function* () {
    for (const article of articles) {
      for (const { claim, selector } of article.claims) {
        const date = claim.date ?? article.published ?? '';
        yield { article, claim, quote: selector.exact, date, name: windowOf(date, window) ?? 'undated' };
      }
    }
  };
  for (const { article, claim, quote, date, name } of eachClaim()) {
    const network = networks.get(name) ?? { nodes: new Map(), edges: new Map() };
    networks.set(name, network);
    where.set(`${article.path}#${claim.id}`, name);
    addClaim(input, network, article, claim, quote, date);
  }
  for (const { article, claim, date, name } of eachClaim()) {
    for (const link of claim.links) {
      const target = `${linkedArticle(article.path, link.article)}#${link.claim}`;
      if (where.get(target) === name) {
        addEdge(networks.get(name)!, claimNode(article.path, claim.id), `claim:${target}`, link.relation, date);
      }
    }
  }
  return [...networks]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, { nodes, edges }]) => ({ window: name, nodes: [...nodes.values()], edges: [...edges.values()] }));
}

function claimNode(path: string, id: string): string {
  return `claim:${path}#${id}`;
}

function addClaim(
  input: ExportInput,
  network: Building,
  article: PreparedArticle,
  claim: Claim,
  quote: string,
  date: string,
): void {
  const addNode = (node: NetworkNode): void => {
    if (!network.nodes.has(node.id)) {
      network.nodes.set(node.id, node);
    }
  };
  const id = claimNode(article.path, claim.id);
  addNode({ id, label: claim.statement ?? quote, type: 'claim', kind: claim.kind, article: article.path, date });
  for (const concept of claim.concepts) {
    addNode({ id: `concept:${concept}`, label: concept, type: 'concept', kind: '', article: '', date: '' });
  }
  const source = claim.source === 'author' ? `author of ${article.path}` : claim.source;
  if (source) {
    const actor = `actor:${source}`;
    addNode({
      id: actor,
      label: claim.source === 'author' ? source : actorName(input.actors, source, input.options.language ?? 'en'),
      type: 'actor',
      kind: input.actors.get(source)?.kind ?? '',
      article: '',
      date: '',
    });
    addEdge(network, actor, id, 'says', date);
    for (const concept of claim.concepts) {
      addEdge(network, actor, `concept:${concept}`, claim.stance ?? 'mentions', date);
    }
  }
  for (const concept of claim.concepts) {
    addEdge(network, id, `concept:${concept}`, 'about', date);
  }
}

/** Equal edges become one that weighs more and has the earliest date. */
function addEdge(network: Building, source: string, target: string, kind: string, date: string): void {
  const id = JSON.stringify([source, kind, target]);
  const known = network.edges.get(id);
  network.edges.set(id, {
    id: known?.id ?? `e${network.edges.size + 1}`,
    source,
    target,
    kind,
    weight: (known?.weight ?? 0) + 1,
    date: known?.date && (date === '' || known.date < date) ? known.date : date,
  });
}

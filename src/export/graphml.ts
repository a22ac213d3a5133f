import type { ClaimField } from './claimFields';
import { claimNetworks, type Network } from './claimNetwork';
import { escapeXml, xmlValue } from './escapeXml';
import type { Exporter } from './exporter';
import { lossesOf } from './losses';
import { prepare } from './prepare';

const carried: ReadonlySet<ClaimField> = new Set<ClaimField>([
  'source',
  'statement',
  'kind',
  'concepts',
  'stance',
  'date',
  'links',
]);

const nodeKeys = ['label', 'type', 'kind', 'article', 'date'] as const;
const edgeKeys = ['kind', 'date'] as const;

/** GraphML (http://graphml.graphdrawing.org/specification.html): directed networks of actors, claims, concepts. */
export const graphmlExporter: Exporter = {
  id: 'graphml',
  label: 'GraphML networks',
  purpose: 'For network analysis in visone, Gephi, igraph: actors, claims and concepts, one file a time window.',
  layout: 'file',
  extension: 'graphml',
  mimeType: 'application/graphml+xml',
  export(input) {
    const articles = prepare(input);
    const networks = claimNetworks(input, articles, input.options.timeWindow ?? 'all');
    const shown = networks.length > 0 ? networks : [{ window: 'all', nodes: [], edges: [] }];
    return {
      files: shown.map((network) => ({
        path: network.window === 'all' ? 'claims.graphml' : `claims-${network.window}.graphml`,
        content: graphmlOf(network),
      })),
      losses: lossesOf(articles, { fields: carried, unplaced: true, context: false }),
    };
  },
};

function graphmlOf({ window, nodes, edges }: Network): string {
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...nodeKeys.map((key) => `  <key id="n_${key}" for="node" attr.name="${key}" attr.type="string"/>`),
    ...edgeKeys.map((key) => `  <key id="e_${key}" for="edge" attr.name="${key}" attr.type="string"/>`),
    '  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>',
    `  <graph id=${xmlValue(window)} edgedefault="directed">`,
  ];
  const data = (key: string, value: string): string =>
    value === '' ? '' : `<data key="${key}">${escapeXml(value)}</data>`;
  for (const node of nodes) {
    const values = nodeKeys.map((key) => data(`n_${key}`, node[key])).join('');
    out.push(`    <node id=${xmlValue(node.id)}>${values}</node>`);
  }
  for (const edge of edges) {
    const values = edgeKeys.map((key) => data(`e_${key}`, edge[key])).join('') + data('e_weight', String(edge.weight));
    out.push(
      `    <edge id=${xmlValue(edge.id)} source=${xmlValue(edge.source)} target=${xmlValue(edge.target)}>${values}</edge>`,
    );
  }
  out.push('  </graph>', '</graphml>', '');
  return out.join('\n');
}

// Exports 10,000 claims, in 1,000 articles, to each format and prints time and memory.
//   node out/test/bench/export.mjs [claims]
import { exporters } from '../../src/export/exporters';
import type { Claim } from '../../src/model/claim';
import { fullClaim, plainClaim, sampleArticle, sampleInput } from '../unit/export/samples';

const total = Number(process.argv[2] ?? 10_000);
const perArticle = 10;
const subjects = ['The harbour', 'The ministry', 'ミナ・オルロワ', '港の組合', 'The 😀 mayor', 'A café owner'];
const verbs = ['said that it would open', 'denied that it had closed', 'は開くと述べた', 'demanded to close'];

/** Articles of some 5 KB with ten claims each; every other claim has all its fields, every fifth is lost. */
function makeArticles(count: number) {
  return Array.from({ length: Math.ceil(count / perArticle) }, (_, a) => {
    const claims: Claim[] = [];
    const lines: string[] = [];
    for (let c = 0; c < perArticle; c++) {
      const sentence = `${subjects[(a + c) % subjects.length]} ${verbs[c % verbs.length]} pier ${a}-${c}.`;
      const id = `claim${String(a * perArticle + c).padStart(13, '0')}`;
      const link = {
        relation: 'contradicts' as const,
        article: `article-${(a + 1) % 1000}.txt`,
        claim: id,
        quote: sentence,
      };
      const quote = c % 5 === 4 ? `${sentence} gone` : sentence;
      claims.push(
        c % 2 === 0 ? fullClaim(id, quote, { links: [link] }) : plainClaim(id, quote, { source: 'port-union' }),
      );
      lines.push(sentence, 'It was a day like others, with wind from the west and ships in the roads. '.repeat(6));
    }
    return sampleArticle(`2031/article-${a}.txt`, lines.join('\r\n'), claims, {
      published: `2031-${String((a % 12) + 1).padStart(2, '0')}`,
    });
  });
}

const input = sampleInput(makeArticles(total));
const memory = (): number => process.memoryUsage().rss / 2 ** 20;
console.log(`${total} claims in ${input.articles.length} articles, Node ${process.version}`);
for (const exporter of exporters) {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const { files } = exporter.export(input);
    times.push(performance.now() - start);
    size = files.reduce((sum, { content }) => sum + content.length, 0);
  }
  const best = Math.min(...times);
  console.log(
    `${exporter.id.padEnd(16)} first ${times[0]!.toFixed(0).padStart(6)} ms   best ${best.toFixed(0).padStart(6)} ms   ` +
      `${(size / 2 ** 20).toFixed(1).padStart(6)} MB out   ${memory().toFixed(0).padStart(5)} MB resident`,
  );
}

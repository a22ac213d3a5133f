import path from 'node:path';
import type { FoundProblem } from '../workspace/checkAnnotations';
import { shortPath } from './articleFiles';
import type { Io } from './io';

const levels = { error: 'error', warning: 'warning', information: 'note' } as const;

/**
 * Problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines. Lines and columns count from one, columns in
 * UTF-16 code units; files are relative to the folder the command was started in.
 */
export function sarifLog(problems: readonly FoundProblem[], version: string, io: Io): object {
  const rules = [...new Set(problems.map(({ problem }) => problem.code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'editorial-claims', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ uri, problem }) => ({
          ruleId: problem.code,
          ruleIndex: rules.indexOf(problem.code),
          level: levels[problem.severity],
          message: { text: problem.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: fileLocation(uri, io),
                region: { startLine: problem.line + 1, startColumn: problem.column + 1 },
              },
            },
          ],
        })),
      },
    ],
  };
}

function fileLocation(uri: string, io: Io): { uri: string } {
  const short = shortPath(io, uri);
  const encoded = short.split('/').map(encodeURIComponent).join('/');
  return { uri: path.isAbsolute(short) ? `file://${encoded}` : encoded };
}

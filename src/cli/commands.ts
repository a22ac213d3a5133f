import type { Command } from './command';
import { checkCommand } from './commands/check';
import { completionCommand } from './commands/completion';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { extractCommand } from './commands/extract';
import { importCommand } from './commands/import';
import { mergeCommand } from './commands/merge';
import { reanchorCommand } from './commands/reanchor';
import { relatedCommand } from './commands/related';
import { statsCommand } from './commands/stats';

/** All verbs, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  checkCommand,
  exportCommand,
  importCommand,
  statsCommand,
  doctorCommand,
  mergeCommand,
  reanchorCommand,
  extractCommand,
  relatedCommand,
  completionCommand(() => commands),
];

export function commandOf(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}

import type { Tokens } from '../text/tokens';
import { kindBeginnings } from './attribution/claimKind';
import { cueBeginnings } from './attribution/cuesJa';
import { furnitureWords, judgementBeginnings } from './attribution/judgementWordsJa';
import { particleBeginnings } from './attribution/sourceJa';
import { dateBeginnings } from './dates/wordsJa';
import { Trigger, TriggerScan, type Triggers } from './triggers';

let scan: TriggerScan | undefined;

function scanJa(): TriggerScan {
  if (!scan) {
    scan = new TriggerScan();
    scan.add(Trigger.date, dateBeginnings());
    scan.add(Trigger.cue, cueBeginnings());
    scan.add(Trigger.judgement, judgementBeginnings());
    scan.add(Trigger.particle, particleBeginnings);
    scan.add(Trigger.kind, kindBeginnings());
    scan.add(Trigger.furniture, furnitureWords);
  }
  return scan;
}

let last: { readonly tokens: Tokens; readonly triggers: Triggers } | undefined;

/** Where in a Japanese text dates and the words of claims may begin; read once, to be used until the next text is read. */
export function triggersOf(tokens: Tokens): Triggers {
  if (last?.tokens !== tokens) {
    last = { tokens, triggers: scanJa().read(tokens.text) };
  }
  return last.triggers;
}

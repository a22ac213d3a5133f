/** How a date was read, in words; the rule's own name where there are none. */
export function ruleLabel(rule: string): string {
  return rule;
}

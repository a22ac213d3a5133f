/** English words that say nothing about what a claim is about. Lower case, as they are before stemming. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also although am among an and any are as at be became because been before being below
  between both but by came can cannot could did do does doing done down during each else even ever every few for from
  further get gets getting go goes going got had has have having he her here hers herself him himself his how however i
  if in into is it its itself just like made make makes many may me might more most much my neither no nor not now of off
  on once one only or other our ours out over own per put rather s said same say saying says shall she should so some
  still such t take taken takes than that the their theirs them themselves then there these they this those through thus
  to told too toward towards two under until up upon us very via was way we well were what when where whether which while
  who whom whose why will with within without would yet you your yours`.split(/\s+/),
);

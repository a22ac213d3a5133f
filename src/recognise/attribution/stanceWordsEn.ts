/** "is adamant", "remained sceptical": a view held, whatever follows. */
export const firmStances = new Set(
  (
    'adamant convinced unconvinced unimpressed noncommittal skeptical sceptical optimistic pessimistic furious ' +
    'unequivocal dismissive supportive unapologetic outraged livid incensed unrepentant defiant'
  ).split(' '),
);

/** "is sure that", "was worried about": a view where its object follows. */
export const openStances = new Set(
  (
    'sure certain uncertain unsure confident hopeful doubtful worried concerned afraid fearful wary leery aware unaware ' +
    'critical insistent proud glad pleased delighted disappointed surprised shocked stunned grateful thankful sorry ' +
    'opposed eager reluctant determined frustrated angry upset alarmed dismayed appalled thrilled ashamed mindful ' +
    'anxious nervous enthusiastic suspicious unhappy unwilling amazed clear resigned'
  ).split(' '),
);

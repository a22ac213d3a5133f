/** REYKJAVIK, March 18, 2026 —, LONDON (Reuters) -, 【ワシントン時事】. */
const dateline = /^(?:\p{Lu}[\p{Lu} .'’-]{2,40}(?:[,(][^—–\n]{0,60})?(?: ?[—–] ?| --? )|【[^】\n]{1,24}】)(?=\S)/u;

/** The words of a report without the dateline that opens it, for where room is short. Other text stays as it is. */
export function withoutDateline(text: string): string {
  return text.replace(dateline, '');
}

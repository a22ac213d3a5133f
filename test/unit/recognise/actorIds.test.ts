import assert from 'node:assert/strict';
import { slug } from '../../../src/recognise/actorIds';

describe('slug', () => {
  const check = (name: string, expected: string): void => assert.equal(slug(name), expected);
  it('is kebab case without marks', () => check('Recep Tayyip Erdoğan', 'recep-tayyip-erdogan'));
  it('drops full stops and apostrophes', () => check("J.D. O'Neill", 'jd-oneill'));
  it('keeps other scripts', () => check('岸田 文雄', '岸田-文雄'));
  it('is empty where no letter is left', () => check('...', ''));
});

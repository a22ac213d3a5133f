/** What a picture's look is made of; everything else has no effect in it. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'stroke-linejoin',
];

/** Attributes that have a meaning in the panel only. */
const internal = ['class', 'style', 'tabindex', 'role', 'data-mark', 'aria-hidden'];

/** A picture as a file that looks the same anywhere: computed colours as attributes, no style sheet, no script. */
export function standaloneSvg(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = picture.querySelectorAll('*');
  for (const [at, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[at];
    if (original) {
      const look = getComputedStyle(original);
      for (const property of properties) {
        const value = look.getPropertyValue(property);
        if (value !== '' && !(element instanceof SVGGElement && property !== 'opacity')) {
          element.setAttribute(property, value);
        }
      }
      for (const name of internal) {
        element.removeAttribute(name);
      }
    }
  }
  for (const name of internal) {
    copy.removeAttribute(name);
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  copy.setAttribute('role', 'img');
  return new XMLSerializer().serializeToString(copy);
}

/** The icons that an ontology may name for its labels, as SVG text: one list for canvas, legend and tests. */
const sources: Record<string, string> = import.meta.glob(
  '/../node_modules/lucide-static/icons/{building,building-2,landmark,scale,users,user,user-check,shield,shield-check,eye,gavel,book-open,book,file-text,scroll-text,award,medal,trophy,calendar,map-pin,flag,target,key,heart-handshake,hand-heart,handshake,briefcase,layers,list-checks,list-tree,refresh-cw,cog,megaphone,chart-column,hash,quote,library,star,network,ruler,atom,superscript,weight,database,circle}.svg',
  { query: '?raw', import: 'default', eager: true },
);

const icons = new Map(
  Object.entries(sources).map(([path, svg]) => [path.replace(/^.*\/|\.svg$/g, ''), svg.replace(/<!--.*?-->\s*/s, '')]),
);

/** The SVG text of an icon, its strokes in `currentColor`; a plain disc for a name that is not in the list. */
export const iconSource = (name: string): string => icons.get(name) ?? icons.get('circle') ?? '';

/** An icon as a `data:` address, its strokes in one colour. */
export function iconAddress(name: string, colour: string): string {
  const svg = iconSource(name);
  return `data:image/svg+xml,${encodeURIComponent(svg.replaceAll('currentColor', colour))}`;
}

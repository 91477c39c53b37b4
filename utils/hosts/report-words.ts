/** Names of elements as their makers gave them, without what the page's data may have put into them. */

/** Words of which makers build names. Whatever else stands in a name may be somebody's. */
const words = new Set(
  `about action actions activity add address all app application area article assignee attachment attachments avatar
  back badge bar base banner bcc block board body bottom box breadcrumb breadcrumbs bug btn button buttons calendar
  cancel canvas card cards category cc cell center check checkbox checklist child clear click close collapse column
  columns comment comments compact complementary component compose composer content contents control conversation
  copy count cover create current custom data date dates day default delete desc description detail details dialog
  display doc document done down draft drag drawer drop dropdown due edit editor element email empty end entry error
  event expand feed field file files filter filters focus folder folders folded footer form forward foundation frame
  from front full grid group groups handle head header heading hidden history home hover icon id image img inbox index
  info inline inner input issue issues item items key kit label labels lane layout left legend level line link links
  list listbox listitem lists load loading log logo mail mailbox main map mark marker member members menu menubar
  menuitem message messages meta middle mod modal mode module more move msg name names nav navigation new next note
  notes notification num number open opened option options or order outer overlay owner page pane panel parent part
  people person picker placeholder platform point popover popup post preview previous priority profile progress
  project projects quick quote radio read reader reading receiver recent recipient recipients region remove renderer
  reply report request resize result results right role root row rows save scroll search section select selected
  sender send separator service setting settings share sheet show side sidebar sidepanel single size skin skeleton
  slider software sort source space spinner split sprint stage star start state status step sticky story sub subject
  submit subtask summary swimlane switch sync tab table tabs tag tags target task tasks team template test text
  textarea textbox thread threads ticket tile time timeline title to toast toggle tool toolbar tooltip top tree
  treeitem type ui unread up upload url user users value view viewer views widget window work worker wrapper write
  zone`.split(/\s+/),
);

/** Words of a name, numbers, and what else stands between its separators. */
const part = /[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^-_.:/*A-Za-z\d]+/g;

/** @returns the words of a name or selector */
export function partsOf(name: string): string[] {
  return (name.match(part) ?? []).filter((word) => /^[A-Za-z]/.test(word));
}

/**
 * @param name value of an attribute: `card-back-title-input`, `UniqueMessageBody_17`
 * @param known further words of the makers, in lower case
 * @returns its words where they are a maker's, `*` for any other, `0` for numbers; at most 80 characters
 */
export function structural(name: string, known: ReadonlySet<string> = new Set()): string {
  return name
    .slice(0, 200)
    .replace(/[^\x20-\x7e]+|[\s@]\S*/g, '*')
    .replace(part, (word) => {
      if (/^\d/.test(word)) return '0';
      return words.has(word.toLowerCase()) || known.has(word.toLowerCase()) ? word : '*';
    })
    .replace(/\*[*0]*/g, '*')
    .slice(0, 80);
}

/**
 * Every kind of mistake that reading a data set finds, by its stable code, and what its author can do about it. Where a
 * name is near that may have been meant, or the schema says what belongs in the place, that is the hint instead.
 */
export const hints = {
  // Files
  'file-missing': 'npm run new-data-set makes a folder with one of each file, to copy it from',
  'file-unreadable': 'it must be a file that you may read',
  'file-outside': 'put the file itself into the folder: a link that leads out of it is not followed',
  'file-too-large': 'large lists go into CSV tables: nodes.csv and relationships.csv',
  'not-text': 'save the file as UTF-8, and take away what cannot be seen',
  'yaml-syntax': 'the mistake is here or just before; a text with : or # or { in it goes in quotes',
  'yaml-tab': 'indent with spaces',
  'yaml-key-twice': 'take one of the two away',
  'yaml-several': 'take away the line ---: a file holds one document',
  'yaml-too-deep': 'no part of a data set is nested so deep; look for brackets that nothing closes',
  'yaml-half-character': String.raw`write the character itself, or both halves: \uD800 to \uDFFF are halves`,
  'yaml-aliases': 'write out what the aliases stand for',

  // Tables
  'table-empty': 'its first row names the columns',
  'table-syntax': 'quotes around a cell are ", and a quote inside it is written twice',
  'unknown-column': 'take it away, or name it as a key of nodes.yaml or relationships.yaml',
  'missing-column': 'add it to the first row',
  'column-twice': 'take one of the two away',
  'cell-count': 'a cell that has the delimiter or a line end in it goes in double quotes',
  'cell-too-long': 'shorten the text',
  'too-many-rows': 'leave some out: so many can be explored by nobody',
  'too-many-mistakes': 'correct these first: the rest of the table has not been read',

  // What a schema finds
  'missing-key': 'add it',
  'unknown-key': 'take it away, or look for its name in the file’s schema',
  'wrong-type': 'write it as the file’s schema says; a text that looks like something else goes in quotes',
  'no-such-choice': 'take one of those that there are',
  'wrong-format': 'write it as the file’s schema says',
  'too-much': 'make it smaller',
  'too-little': 'add what is missing',
  'wrong-name': 'name it as the file’s schema says',
  'not-allowed': 'write it as the file’s schema says',

  // Names
  twice: 'rename one of the two, or take it away',
  'unknown-node':
    'ids are in nodes.yaml, figures.yaml and passages.yaml; that of a passage is passage- or the document’s passagePrefix, then its address with hyphens',
  'unknown-address': 'addresses are the at of the passages in passages.yaml',
  'unknown-section': 'add it to the sections in passages.yaml',
  'unknown-label': 'add it to the labels in ontology.yaml',
  'unknown-type': 'add it to the types in ontology.yaml',
  'unknown-property': 'add it to the properties in ontology.yaml',
  'unknown-measure': 'add it to the measures in ontology.yaml',
  'unknown-figure': 'add it to the figures in figures.yaml',
  'unknown-subject': 'add it to the subjects in questions.yaml',
  'unknown-query': 'a query is one of the catalogue, or question- with the id of a question that has Cypher of its own',
  'unknown-parameter': 'the query’s parameters are told by /api/queries',
  'unknown-evidence':
    'evidence is the id of a node, of a figure, of a passage such as passage-lead-1, or of a relationship such as from.TYPE.to',

  // Nodes and relationships
  'parent-label-missing': 'a node has its finest label and all parents of it',
  'label-twice': 'name each label once',
  'relationship-twice': 'take one away; if it happened again, tell them apart by their dates',
  'ends-not-allowed': 'turn it round, take another type, or add these ends to the type in ontology.yaml',
  'property-of-other-type': 'add it to the properties of the type in ontology.yaml, or take it away',
  'derived-from-nothing': 'say in derivedFrom, in zh and en, how it follows',
  'stated-but-derived': 'write basis: derived, or take away what only a derived fact has',
  'premises-missing': 'name in premises the ids or addresses that it follows from',
  'unknown-premise':
    'a premise is the id of a node, a figure or a relationship such as from.TYPE.to, or the address of a passage',
  'premise-twice': 'name each premise once',
  'own-premise': 'name what it follows from',
  'premise-circle': 'take the premise away that does not come first',

  // Figures
  'sum-of-nothing': 'name the figures that add up in parts, or what is counted in count',
  'sum-wrong': 'correct a value; if the document itself has it so, say comesOut: false',
  'count-wrong': 'correct the value of the figure, or the relationships that are counted',
  'count-not-coming-out': 'take comesOut: false away, and correct the value or the relationships',
  'sum-right': 'take comesOut: false away',

  // Passages
  'section-elsewhere': 'a section’s at begins the addresses of its passages: take another section, or another address',
  'passage-out-of-order': 'passages stand in reading order: move it, or correct its address',
  'section-without-passages': 'add its passages, or take the section away',
  'section-out-of-order': 'sections stand in the order of their passages: move it',
  'opening-not-found': 'copy the opening from the document, character for character',
  'text-missing': 'put the file with the document’s text beside passages.yaml, or take text away',
  'text-before': 'add a passage for what the document begins with',
  'left-out-not-found': 'copy the quote from the document, character for character, and check the address',
  'quote-not-found': 'copy the quote from the document, character for character, and check the address',

  // The ontology
  'own-parent': 'a parent is the broader label: take one of the two parents away',
  'key-label-listed': 'take it away: all nodes have it anyway',
  'caption-not-everywhere': 'take name and nameEn',
  'wrong-key': 'write key: { label: Entity, property: id }',
  'hierarchy-and-beside': 'leave one of the two out',
  'sentence-without-end': 'put {start} and {end} where the names of both ends go',
  'structure-missing': 'copy it from a data set that npm run new-data-set makes',
  'structure-ends-missing': 'add { from, to } with these labels to its ends',
  'property-not-listed': 'add { name, title: { zh, en } } to the properties, so that the page can show it',

  // Questions and scenes
  'blank-default': 'take another default, or let the blank offer it',
  'blank-without-place': 'put it in braces into the sentence, in both languages',
  'place-without-blank': 'add it to the blanks, or take it out of the sentence',
  'blank-unused': 'use it in the Cypher, or take the blank away',
  'cypher-without-blank': 'add it to the blanks, or write the value itself',
  'cypher-writes': 'write it with MATCH, WHERE and RETURN',
  'cypher-unordered': 'end it with ORDER BY and an id',
  'no-query': 'add query with a name of the catalogue, or cypher',
  'two-queries': 'leave one of the two out',
  'parameters-beside-cypher': 'make each a blank, or write the value into the Cypher',
  'tree-without-hierarchy': 'take another layout, or give a type hierarchy: true',
  'wrong-parameter': 'the query’s parameters are told by /api/queries',
  'scene-id-taken': 'take another id',
  'answer-fails': 'correct it, or the values that stand in its blanks at first',
  'answer-empty': 'take other values for its blanks or parameters, or look for what it asks too much',
  'focus-on-nothing': 'name nodes in focus, or take camera: fit',
} as const;

export type ProblemCode = keyof typeof hints;

/** One paragraph as it reads with all changes accepted. */
type WordParagraph = {
	text: string;
	/** Level of heading, 0 for running text. */
	heading: number;
	/** Names of the bookmarks that begin here. */
	bookmarks: string[];
	/** A row of a table, its cells joined by " | ". */
	table?: boolean;
};

export type WordText = {
	paragraphs: WordParagraph[];
	/** Comments and footnotes: they stand beside the text. */
	notes: string[];
};

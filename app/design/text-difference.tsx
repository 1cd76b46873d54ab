import { Fragment } from "react";

type Piece = { kind: "same" | "added" | "removed"; text: string };

/**
 * Two wordings in one: what was removed is struck through, what was added underlined. Many screen readers keep quiet about
 * `ins` and `del`, so words say it too.
 */
export function TextDifference({
	pieces,
	words,
}: {
	pieces: readonly Piece[];
	/** Said before a removed and an added stretch, and at its end. */
	words: { removed: string; added: string; end: string };
}) {
	return (
		<p className="gw-difference">
			{pieces.map((piece, index) => {
				const Mark = piece.kind === "removed" ? "del" : "ins";
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
					<Fragment key={index}>
						{index > 0 && " "}
						{piece.kind === "same" ? (
							piece.text
						) : (
							<Mark>
								<span className="kern-sr-only">{`[${words[piece.kind]}: `}</span>
								{piece.text}
								<span className="kern-sr-only">{` ${words.end}]`}</span>
							</Mark>
						)}
					</Fragment>
				);
			})}
		</p>
	);
}

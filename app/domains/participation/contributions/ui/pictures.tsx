import type { AttachedFile } from "~/domains/files/index.server";

/** The pictures of a contribution, each with what its author wrote about it. */
export function Pictures({ pictures }: { pictures: readonly AttachedFile[] }) {
	return pictures.map((picture) => (
		<figure key={picture.id} className="gw-figure">
			<img src={picture.previewHref ?? picture.href} alt={picture.description} />
			{picture.description && <figcaption>{picture.description}</figcaption>}
		</figure>
	));
}

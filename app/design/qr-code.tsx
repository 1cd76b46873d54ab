import { encode } from "uqr";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";

type Drawing = { size: number; path: string };

/** Drawings of the newest addresses: working one out takes longer than the rest of a page's picture. */
const drawings = new Map<string, Drawing>();
const mostDrawings = 500;

function drawingOf(url: string): Drawing {
	const known = drawings.get(url);
	if (known) return known;
	const { data, size } = encode(url, { ecc: "M", border: 2 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
	const oldest = drawings.size >= mostDrawings ? drawings.keys().next().value : undefined;
	if (oldest !== undefined) drawings.delete(oldest);
	drawings.set(url, { size, path });
	return { size, path };
}

/** An address as QR code with the address below it, black on white also in the dark, so that every camera reads it. */
export function QrCode({ url, label }: { url: string; label?: string }) {
	const t = useText(messages);
	const { size, path } = drawingOf(url);
	return (
		<figure className="gw-qr">
			<svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("qr.title", { url })} shapeRendering="crispEdges">
				<rect width={size} height={size} fill="#fff" />
				<path d={path} fill="#000" />
			</svg>
			<figcaption>
				{label && <span>{label}</span>}
				<a href={url}>{url.replace(/^https?:\/\//, "")}</a>
			</figcaption>
		</figure>
	);
}

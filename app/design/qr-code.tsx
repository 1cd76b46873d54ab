import { encode } from "uqr";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";

/** An address as QR code with the address below it, black on white also in the dark, so that every camera reads it. */
export function QrCode({ url, label }: { url: string; label?: string }) {
	const t = useText(messages);
	const { data, size } = encode(url, { ecc: "M", border: 2 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
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

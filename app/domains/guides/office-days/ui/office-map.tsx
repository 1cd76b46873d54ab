import { DataTable } from "~/design/data-table";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { OfficeMap as OfficeMapData } from "../queries/office-map.server";

/** Where office days are held: numbered pins on the outline of the county, and the same as a table. */
export function OfficeMap({ map: { base, places } }: { map: OfficeMapData }) {
	const t = useText(messages);
	const { weekday, time } = useFormat();
	// offices in one house share a pin, which leads to the soonest day
	const pins = places.flatMap(({ number, at, next }, index) => {
		const here = places.filter((one) => one.number === number);
		return number !== null && at && here[0] === places[index]
			? [{ number, at, next, rough: here.every((one) => one.rough) }]
			: [];
	});
	return (
		<>
			{base && (
				<figure className="gw-figure">
					{/* biome-ignore lint/a11y/useSemanticElements: a drawing with links inside is no fieldset */}
					<svg
						className="gw-map"
						viewBox={`0 0 ${base.frame.width} ${base.frame.height}`}
						role="group"
						aria-labelledby="sprechtage-karte-titel sprechtage-karte-text"
					>
						<title id="sprechtage-karte-titel">{t("map.title", { county: base.county })}</title>
						<desc id="sprechtage-karte-text">{t("map.description", { count: pins.length })}</desc>
						<path className="gw-area gw-area--1" d={base.path} />
						{pins.map(({ number, at, next, rough }) => (
							<a
								key={number}
								href={`/sprechtag/${next.code}/${next.day}`}
								aria-label={`${number}: ${next.municipality.name}, ${next.opening.place}${rough ? ` (${t("map.rough")})` : ""}`}
							>
								<g transform={`translate(${at.x} ${at.y})`}>
									<circle className={rough ? "gw-pin gw-pin--rough" : "gw-pin"} r="14" />
									<text className="gw-pin__number" y="5" textAnchor="middle">
										{number}
									</text>
								</g>
							</a>
						))}
					</svg>
					<figcaption className="gw-muted gw-small">{base.source}</figcaption>
				</figure>
			)}
			<DataTable
				caption={t("map.table")}
				rows={places}
				rowKey={({ key }) => key}
				columns={[
					{
						key: "number",
						header: t("map.number"),
						cell: ({ number, rough }) =>
							number === null ? t("map.notOnMap") : `${number}${rough ? ` (${t("map.rough")})` : ""}`,
					},
					{ key: "place", header: t("map.place"), rowHeader: true, cell: ({ next }) => next.municipality.name },
					{ key: "house", header: t("map.house"), cell: ({ next }) => next.opening.place },
					{
						key: "next",
						header: t("map.next"),
						cell: ({ next: { code, day, opening } }) => (
							<a href={`/sprechtag/${code}/${day}`}>
								{`${weekday(opening.day)}, ${t("list.when", { start: time(opening.opensAt), end: time(opening.closesAt) })}`}
							</a>
						),
					},
					{ key: "who", header: t("map.who"), cell: ({ next }) => next.post.label },
					{ key: "access", header: t("map.access"), cell: ({ next }) => next.accessibility ?? t("map.notOnMap") },
				]}
			/>
			{base && places.some(({ rough }) => rough) && <p className="gw-muted">{t("map.roughText")}</p>}
			{base && places.some(({ number }) => number === null) && <p className="gw-muted">{t("map.missing")}</p>}
		</>
	);
}

import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { accessMessages } from "../people/access-messages";
import { peopleMessages } from "../people/messages";
import type { accessDocument } from "../people/pages.server";
import { informedWays, wordOf } from "../vocabulary";

type Document = Awaited<ReturnType<typeof accessDocument>>;
type Entry = Document["about"]["eintraege"][number];

/** What is stored about somebody, in words. */
export function AccessDocument({ document }: { document: Document }) {
	const t = useText(accessMessages);
	const { dateLong } = useFormat();
	const { about, mentions, contact } = document;
	const rights = ["correct", "erase", "object", "consent", "complain", "nobody"] as const;
	return (
		<>
			<p className="gw-screen-only">{t("print")}</p>
			{about.eintraege.map((entry, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: entries of a document have no other name and never move
				<EntryFacts key={place} entry={entry} place={place + 1} />
			))}
			{mentions.length > 0 && (
				<Section id="bezuege" title={t("mentions")}>
					<ul>
						{mentions.map(({ id, title, kind, at }) => (
							<li key={id}>
								{title ? `${kind}: ${title}` : t("unnamed")}, {dateLong(at)}
							</li>
						))}
					</ul>
				</Section>
			)}
			{about.netzwerkstaende.length > 0 && (
				<Section id="staende" title={t("snapshots")}>
					<ul>
						{about.netzwerkstaende.map(({ id, name, stand }) => (
							<li key={id}>{t("snapshot", { name, date: stand ? dateLong(stand) : "–" })}</li>
						))}
					</ul>
				</Section>
			)}
			<Section id="rechte" title={t("rightsTitle")}>
				<ul>
					{rights.map((right) => (
						<li key={right}>{t(`rights.${right}`)}</li>
					))}
				</ul>
				<p>{t("public")}</p>
				{contact.length > 0 && <p>{t("contact", { contact: contact.join(", ") })}</p>}
			</Section>
		</>
	);
}

function EntryFacts({ entry, place }: { entry: Entry; place: number }) {
	const t = useText(accessMessages);
	const say = useText(messages);
	const people = useText(peopleMessages);
	const { dateLong } = useFormat();
	const day = (value: string | null) => value && dateLong(value);
	const how = wordOf(informedWays, entry.informiertWie);
	const facts = [
		[t("name"), entry.name],
		[t("email"), entry.email],
		[t("phone"), entry.telefon],
		[t("website"), entry.webseite],
		[t("topics"), entry.themen.join(", ")],
		[t("areas"), entry.gebiete.join(", ")],
		[t("purpose"), entry.zweck],
		[t("basis"), say(`bases.${entry.rechtsgrundlage}`)],
		[t("source"), entry.herkunft],
		[t("visible"), say(`visibilities.${entry.sichtbarFuer}`)],
		[t("entered"), dateLong(entry.eingetragenAm)],
		[t("confirmed"), day(entry.bestaetigtAm)],
		[t("keeper"), entry.betreutVon],
		[t("informed"), entry.informiertAm && how && `${dateLong(entry.informiertAm)}, ${people(`page.how.${how}`)}`],
		[
			t("objection"),
			entry.widerspruchAm && (entry.widerspruch ?? t("withoutReason", { date: dateLong(entry.widerspruchAm) })),
		],
		[t("answer"), entry.antwortAufWiderspruch],
		[t("keepUntil"), day(entry.loeschungAm)],
		[t("key"), entry.eigenerSchluessel],
		[t("oparl"), entry.oparl],
	] as const;
	const details = ({ bezeichnung, wahlperiode, wahlgebiet, stimmrecht }: Entry["verbindungen"][number]) =>
		[
			bezeichnung,
			wahlperiode && t("term", { term: wahlperiode }),
			wahlgebiet && t("electoralArea", { area: wahlgebiet }),
			stimmrecht === null ? null : t(stimmrecht ? "votes" : "noVotes"),
		].filter((text) => text);
	const id = `eintrag-${place}`;
	return (
		<Section id={id} title={entry.zusammengefuehrt ? t("merged") : t("entry")}>
			<SummaryList rows={facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))} />
			<Section id={`${id}-verbindungen`} level={3} title={t("ties")}>
				<DataTable
					caption={t("ties")}
					captionHidden
					rows={entry.verbindungen}
					rowKey={({ id: tie }) => tie}
					columns={[
						{ key: "tie", header: t("tie"), rowHeader: true, cell: ({ verbindung }) => verbindung },
						{
							key: "period",
							header: t("period"),
							cell: ({ seit, bis }) => seit && <Period from={seit} until={bis ?? undefined} />,
						},
						{ key: "details", header: t("details"), cell: (tie) => details(tie).join(" · ") || "–" },
						{
							key: "source",
							header: t("source"),
							cell: ({ herkunft, zweck, sichtbarFuer }) =>
								`${herkunft}. ${t("purpose")}: ${zweck}. ${t("visible")}: ${say(`visibilities.${sichtbarFuer}`)}`,
						},
					]}
					empty={<p>{t("none")}</p>}
				/>
			</Section>
			{entry.schluesselperson.length > 0 && (
				<Section id={`${id}-kennzeichen`} level={3} title={t("marks")}>
					<ul>
						{entry.schluesselperson.map((mark) => (
							<li key={mark.id}>
								{[mark.thema, mark.gebiet].filter(Boolean).join(", ")}: {mark.warum} ({t("source")}: {mark.herkunft},{" "}
								{mark.seit && <Period from={mark.seit} until={mark.bis ?? undefined} />})
							</li>
						))}
					</ul>
				</Section>
			)}
			{entry.vermerke.length > 0 && (
				<Section id={`${id}-vermerke`} level={3} title={t("notes")}>
					<DataTable
						caption={t("notes")}
						captionHidden
						rows={entry.vermerke}
						rowKey={({ id: note }) => note}
						columns={[
							{ key: "on", header: t("on"), rowHeader: true, cell: ({ am }) => day(am) },
							{ key: "text", header: t("text"), cell: ({ text }) => text },
							{ key: "until", header: t("keepUntil"), cell: ({ loeschungAm }) => day(loeschungAm) },
						]}
					/>
				</Section>
			)}
		</Section>
	);
}

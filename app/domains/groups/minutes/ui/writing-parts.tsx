import { Badge } from "~/design/badge";
import { LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../../messages";
import { minutesMessages } from "../messages";
import type { ManagedMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { writingPath } from "./act-frame";

type Begun = NonNullable<ManagedMinutes["minutes"]>;

/** The agenda with what was noted under each item, and the way to write more until the minutes are final. */
export function Notes({ page, minutes }: { page: ManagedMinutes; minutes: Begun }) {
	const t = useText(minutesStaffMessages);
	const words = useText(messages);
	const read = useText(minutesMessages);
	const here = writingPath(page);
	const open = minutes.state !== "final";
	return (
		<Section id="punkte" title={t("items")}>
			{minutes.items.map((item) => {
				const number = String(item.position);
				const title = read("item", { number, title: item.title });
				return (
					<Section
						key={item.id}
						id={`top-${number}`}
						level={3}
						title={item.isPublic ? title : `${title} (${words("closed")})`}
						aside={
							open && (
								<LinkButton small look="secondary" href={`${here}/notiz/${item.id}`} label={t("noteOn", { number })}>
									{t("note")}
								</LinkButton>
							)
						}
					>
						{item.notes.length === 0 && <p>{read("noNotes")}</p>}
						{item.notes.map((note) => (
							<p key={note.id} className="gw-lines">
								{note.speaker && <strong>{`${note.speaker}: `}</strong>}
								{note.text} {!note.isPublic && <Badge>{t("internal")}</Badge>}{" "}
								{open && (
									<a href={`${here}/notiz/${item.id}?notiz=${note.id}`} aria-label={t("changeOn", { number })}>
										{t("change")}
									</a>
								)}
							</p>
						))}
					</Section>
				);
			})}
		</Section>
	);
}

/** Objections with what became of them, and the way to decide those that are open. */
export function ObjectionsToDecide({ page, minutes }: { page: ManagedMinutes; minutes: Begun }) {
	const t = useText(minutesStaffMessages);
	const words = useText(messages);
	const read = useText(minutesMessages);
	const { dateTime } = useFormat();
	if (minutes.objections.length === 0) return null;
	return (
		<Section id="einwaende" title={t("objections")}>
			<ul>
				{minutes.objections.map((one) => (
					<li key={one.id}>
						<strong>
							{read("raised", {
								name: one.name ?? words("erased"),
								at: dateTime(one.at),
								version: String(one.version),
							})}
						</strong>{" "}
						{one.outcome === "accepted" || one.outcome === "rejected" ? (
							<Badge>{read(`outcomes.${one.outcome}`)}</Badge>
						) : (
							<LinkButton small look="secondary" href={`${writingPath(page)}/einwand/${one.id}`}>
								{t("decide")}
							</LinkButton>
						)}
						<p className="gw-lines">{one.text}</p>
						{one.reason && <p>{read("because", { reason: one.reason })}</p>}
					</li>
				))}
			</ul>
		</Section>
	);
}

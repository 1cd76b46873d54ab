import { Badge, type BadgeTone } from "~/design/badge";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { PathState } from "../path";
import type { CouncilPathView } from "../queries/path-page.server";
import { PaperLinks } from "./paper-links";

const tones: Record<PathState, BadgeTone> = {
	planned: "neutral",
	"handed-over": "info",
	"under-way": "info",
	decided: "success",
};

/** How far a matter has come on its way. */
export function PathBadge({ state }: { state: PathState }) {
	const t = useText(messages);
	return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

/** The stops of a way: which body does what when, and what came out of it. */
export function StepTable({
	steps,
	edit,
}: {
	steps: CouncilPathView["steps"];
	/** Where a stop is changed, and the words of that link. */
	edit?: { href: (id: string) => string; label: string };
}) {
	const t = useText(messages);
	const { date } = useFormat();
	type Stop = (typeof steps)[number];
	return (
		<DataTable
			caption={t("steps")}
			rows={steps}
			rowKey={({ id }) => id}
			columns={[
				{ key: "body", header: t("body"), rowHeader: true, cell: ({ body }: Stop) => body },
				{
					key: "session",
					header: t("session"),
					cell: ({ sessionOn }: Stop) => (sessionOn ? date(sessionOn) : t("sessionOpen")),
				},
				{
					key: "role",
					header: t("role"),
					cell: ({ role, authoritative }: Stop) => (
						<>
							{t(`roles.${role}`)}
							{authoritative && <strong>{` ${t("decides")}`}</strong>}
						</>
					),
				},
				{
					key: "result",
					header: t("result"),
					cell: ({ result, note, resolution, body }: Stop) => (
						<>
							{result ? t(`results.${result}`) : t("resultOpen")}
							{note && <p>{note}</p>}
							{resolution && (
								<p>
									<a href={`/beschluss/${resolution.code}`}>
										{t("resolution")}
										<span className="kern-sr-only">{`: ${resolution.title}, ${body}`}</span>
									</a>
								</p>
							)}
						</>
					),
				},
				...(edit
					? [
							{
								key: "edit",
								header: edit.label,
								cell: ({ id, body }: Stop) => (
									<a href={edit.href(id)}>
										{edit.label}
										<span className="kern-sr-only">{`: ${body}`}</span>
									</a>
								),
							},
						]
					: []),
			]}
		/>
	);
}

/** On the page of what goes to a council: where it is on its way, and where it stands in the council's own system. */
export function CouncilPathSection({ path }: { path: CouncilPathView | null }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (!path) return null;
	return (
		<Section id="gremienweg" title={t("title")} intro={t("intro")}>
			<p>
				<PathBadge state={path.state} />
			</p>
			{path.handedOverOn && (
				<p>{t("handedOver", { date: dateLong(path.handedOverOn), to: path.handedOverTo ?? "" })}</p>
			)}
			{path.reference && (
				<p>
					{t("reference")}: <strong>{path.reference}</strong>
				</p>
			)}
			{path.steps.length > 0 && <StepTable steps={path.steps} />}
			{path.links.length > 0 && (
				<>
					<h3>{t("links.title")}</h3>
					<PaperLinks links={path.links} />
				</>
			)}
		</Section>
	);
}

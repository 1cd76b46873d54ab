import { Badge, type BadgeTone } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { DateState } from "../obligation";
import { obligationMessages } from "../obligation-messages";
import type { ShownDate } from "../queries/obligations.server";

type Problems = ReturnType<typeof useProblems>;

const tones: Record<DateState, BadgeTone> = {
	done: "success",
	overdue: "danger",
	soon: "warning",
	later: "neutral",
	void: "neutral",
	waived: "neutral",
};

function useWho() {
	const t = useText(obligationMessages);
	return ({ party, post }: ShownDate) => (post ? t("byPost", { party, post }) : t("noPost", { party }));
}

/** Dates of duties as a table: what, whose, by when, how it stands. */
export function Dates({ caption, dates }: { caption: string; dates: readonly ShownDate[] }) {
	const t = useText(obligationMessages);
	const { date: words } = useFormat();
	const who = useWho();
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={dates}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "what",
					header: t("what"),
					rowHeader: true,
					cell: ({ title, kind }) => `${title} (${t(`kinds.${kind}`)})`,
				},
				{ key: "who", header: t("who"), cell: who },
				{ key: "to", header: t("to"), cell: ({ recipient }) => recipient },
				{ key: "due", header: t("due"), cell: ({ dueOn }) => <LocalDate value={dueOn} /> },
				{
					key: "state",
					header: t("state"),
					cell: ({ state, doneOn }) => (
						<Badge tone={tones[state]}>
							{doneOn ? `${t(`states.${state}`)} ${t("doneOn", { day: words(doneOn) })}` : t(`states.${state}`)}
						</Badge>
					),
				},
				...(dates.some(({ evidence }) => evidence !== null)
					? [
							{
								key: "evidence",
								header: t("evidence"),
								cell: ({ evidence, files }: ShownDate) => (
									<>
										{evidence}
										{files.map(({ name, href }) => (
											<span key={href}>
												{" "}
												<a href={href}>{name}</a>
											</span>
										))}
									</>
								),
							},
						]
					: []),
			]}
		/>
	);
}

/** A date that waits: who sees to it, and the form that says that it was met. */
export function OpenDate({ date, typed, problems }: { date: ShownDate; typed: Typed; problems: Problems }) {
	const t = useText(obligationMessages);
	const { date: words } = useFormat();
	const mine = typed.dateId === date.id;
	return (
		<>
			<Dates caption={date.title} dates={[date]} />
			{date.posts.length > 0 && <Assign date={date} problems={problems} />}
			{date.mayMeet && (
				<Disclosure summary={t("meetOf", { title: date.title, day: words(date.dueOn) })} open={mine}>
					<Form files id={`erledigt-${date.id}`} hidden={{ dateId: date.id }}>
						<TextField
							name="evidence"
							optional
							label={t("evidenceField")}
							hint={t("evidenceHint")}
							value={mine ? typed.evidence?.toString() : undefined}
							error={mine ? problems.at("evidence") : undefined}
						/>
						<FileField
							name="file"
							optional
							label={t("file")}
							hint={t("fileHint")}
							error={mine ? problems.at("file") : undefined}
						/>
						<Button>{t("meet")}</Button>
					</Form>
				</Disclosure>
			)}
		</>
	);
}

/** The form that gives a duty to a post. */
export function Assign({ date, problems }: { date: ShownDate; problems: Problems }) {
	const t = useText(obligationMessages);
	return (
		<Form id={`stelle-${date.obligationId}`} hidden={{ obligationId: date.obligationId }}>
			<Select
				name="postId"
				label={`${t("assign")}: ${date.title}`}
				options={date.posts}
				error={problems.at("postId")}
			/>
			<Button look="secondary" label={`${t("assignButton")}: ${date.title}`}>
				{t("assignButton")}
			</Button>
		</Form>
	);
}

import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { remainderKinds } from "../ending";
import { endingMessages } from "../ending-messages";
import type { endingPage } from "../queries/ending.server";

type Props = {
	page: Awaited<ReturnType<typeof endingPage>>;
	typed: Typed;
	problems: ReturnType<typeof useProblems>;
};

/** What becomes of what was bought and built, who sees to it, and the form to add to the list. */
export function Remainders({ page, typed, problems }: Props) {
	const t = useText(endingMessages);
	const { date } = useFormat();
	const text = (name: string) => typed[name]?.toString();
	return (
		<Section title={t("remains")} id="verbleib-liste" intro={t("remainsLead")}>
			{page.remainders.length > 0 && (
				<DataTable
					caption={t("remains")}
					captionHidden
					rows={page.remainders}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "what",
							header: t("what"),
							rowHeader: true,
							cell: ({ what, kind }) => `${what} (${t(`remainderKinds.${kind}`)})`,
						},
						{ key: "destination", header: t("destination"), cell: ({ destination }) => destination },
						{ key: "who", header: t("who"), cell: ({ party }) => party },
						{
							key: "state",
							header: t("state"),
							cell: ({ id, what, doneOn, maySettle }) =>
								doneOn ? (
									<Badge tone="success">{t("doneOn", { day: date(doneOn) })}</Badge>
								) : maySettle ? (
									<Form inline id={`abhaken-${id}`} hidden={{ remainderId: id }}>
										<Button look="secondary" label={t("settleOf", { what })}>
											{t("settle")}
										</Button>
									</Form>
								) : (
									<Badge tone="warning">{t("open")}</Badge>
								),
						},
					]}
				/>
			)}
			{page.mayAddRemainder && (
				<Form id="verbleib">
					<TextField name="what" label={t("what")} value={text("what")} error={problems.at("what")} />
					<Select
						name="kind"
						label={t("remainderKind")}
						value={typed.what === undefined ? undefined : text("kind")}
						error={typed.what === undefined ? undefined : problems.at("kind")}
						options={remainderKinds.map((kind) => ({ value: kind, label: t(`remainderKinds.${kind}`) }))}
					/>
					<TextField
						name="destination"
						label={t("destination")}
						value={text("destination")}
						error={problems.at("destination")}
					/>
					<Select
						name="organisationId"
						label={t("who")}
						value={typed.what === undefined ? undefined : text("organisationId")}
						error={typed.what === undefined ? undefined : problems.at("organisationId")}
						options={page.parties}
					/>
					<Button look="secondary">{t("add")}</Button>
				</Form>
			)}
		</Section>
	);
}

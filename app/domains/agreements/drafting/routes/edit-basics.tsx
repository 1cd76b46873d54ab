import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { natures } from "../../form-rules/form-rule";
import { basicsForm } from "../../forms";
import { messages } from "../../messages";
import { editBasics } from "../commands/edit-words.server";
import { editingMessages } from "../editing-messages";
import { editingPage } from "../queries/editing-pages.server";
import { EditFrame } from "../ui/edit-frame";
import type { Route } from "./+types/edit-basics";

const days = ["effectiveOn", "pilotStart", "pilotEnd", "fundingEnd", "endsOn"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const { nature, effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths, revision } = draft;
	return {
		...page,
		stored: { nature, effectiveOn, pilotStart, pilotEnd, fundingEnd, endsOn, agreedMonths, revision },
		kept: await keptForm(world, request),
		saved: new URL(request.url).searchParams.has("saved"),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = await readForm(request, basicsForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { revision, ...typed } = form.value;
	const unknown = days.find((day) => typed[day] !== "" && parseDay(typed[day]) === null);
	if (unknown) return again(form.typed, [{ code: "date-invalid", field: unknown }]);
	const basics = {
		...typed,
		effectiveOn: parseDay(typed.effectiveOn),
		pilotStart: parseDay(typed.pilotStart),
		pilotEnd: parseDay(typed.pilotEnd),
		fundingEnd: parseDay(typed.fundingEnd),
		endsOn: parseDay(typed.endsOn),
	};
	const outcome = await editBasics(world, { code, revision, basics });
	return outcome.done ? onward(`${here}/angaben?saved`) : again(form.typed, outcome.refusals);
});

export default function EditBasics({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const { date } = useFormat();
	const shownDay = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? date(day) : day);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const { stored } = page;
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile");
	const natureName = (nature: string) =>
		natures.some((known) => known === nature) ? say(`natures.${nature as (typeof natures)[number]}`) : nature;
	const differing = [
		{ field: "title", label: t("basics.name"), yours: typed.title?.toString() ?? "", now: page.title },
		{
			field: "nature",
			label: t("basics.nature"),
			yours: natureName(typed.nature?.toString() ?? ""),
			now: natureName(stored.nature),
		},
		...days.map((day) => ({
			field: day,
			label: t(`basics.${day}`),
			yours: shownDay(typed[day]?.toString() ?? ""),
			now: shownDay(stored[day] ?? ""),
		})),
		{
			field: "agreedMonths",
			label: t("basics.agreedMonths"),
			yours: typed.agreedMonths?.toString() ?? "",
			now: String(stored.agreedMonths),
		},
	].filter(({ yours, now }) => yours !== now);
	return (
		<EditFrame page={page} title={t("basics.title")} errors={problems.errors} saved={page.saved}>
			{conflict && (
				<DataTable
					caption={t("edit.stored")}
					rows={differing}
					rowKey={({ field }) => field}
					columns={[
						{ key: "field", header: t("basics.field"), rowHeader: true, cell: ({ label }) => label },
						{ key: "yours", header: t("edit.yours"), cell: ({ yours }) => yours || say("page.none") },
						{ key: "stored", header: t("basics.stored"), cell: ({ now }) => now || say("page.none") },
					]}
				/>
			)}
			{page.mayEdit && (
				<Form hidden={{ revision: String(stored.revision) }}>
					<TextField
						name="title"
						label={t("basics.name")}
						value={typed.title?.toString() ?? page.title}
						error={problems.at("title")}
					/>
					<RadioGroup
						name="nature"
						label={t("basics.nature")}
						hint={t("basics.natureHint")}
						value={typed.nature?.toString() ?? stored.nature}
						error={problems.at("nature")}
						choices={natures.map((nature) => ({ value: nature, label: say(`natures.${nature}`) }))}
					/>
					{days.map((day) => (
						<DateField
							key={day}
							name={day}
							optional={day === "fundingEnd" || day === "endsOn"}
							label={t(`basics.${day}`)}
							value={typed[day]?.toString() ?? stored[day] ?? ""}
							error={problems.at(day)}
						/>
					))}
					<TextField
						name="agreedMonths"
						inputMode="numeric"
						width="short"
						label={t("basics.agreedMonths")}
						value={typed.agreedMonths?.toString() ?? String(stored.agreedMonths)}
						error={problems.at("agreedMonths")}
					/>
					<Button>{t("edit.save")}</Button>
				</Form>
			)}
		</EditFrame>
	);
}

import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { placeOf } from "~/domains/organisations/index.server";
import { daysFrom, fromStored, parseDay, today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { giveRoleHere } from "../commands/give-role-here.server";
import { grantRoleForm, invitableRoles } from "../forms";
import { messages } from "../messages";
import { messages as peopleMessages } from "../people-messages";
import { roleTargets } from "../queries/role-targets.server";
import type { Route } from "./+types/grant-role";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	return {
		place: { name: place.name, slug: place.slug },
		targets: await roleTargets(world, place.organisationId),
		today: fromStored(today(world.now)).toString(),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, slug } = await placeOf(world, params.place);
	const form = await readForm(request, grantRoleForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { role, to, firstDay, lastDay } = form.value;
	const last = parseDay(lastDay);
	const outcome = await giveRoleHere(world, {
		organisationId,
		role,
		to: to.kind === "person" ? { personId: to.id } : { postId: to.id },
		validFrom: parseDay(firstDay) ?? today(world.now),
		validUntil: last && daysFrom(last, 1),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/o/${slug}/verwaltung/personen?granted`);
});

/** Gives a role to a person whom the organisation knows, or to a post and so to whoever holds it. */
export default function GrantRole({ loaderData, actionData }: Route.ComponentProps) {
	const say = useText(peopleMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { place, targets } = loaderData;
	const typed = actionData?.typed ?? loaderData.kept;
	const text = (name: string, otherwise = "") => (typed ? (typed[name]?.toString() ?? "") : otherwise);
	const people = `/o/${place.slug}/verwaltung/personen`;
	const options = [
		...targets.posts.map(({ id, label, holder }) => ({
			value: `post:${id}`,
			label: holder ? say("grant.held", { post: label, holder }) : say("people.vacant", { post: label }),
			group: say("grant.posts"),
		})),
		...targets.people.map(({ id, displayName, through }) => ({
			value: `person:${id}`,
			label: through ? say("people.through", { names: displayName, post: through }) : displayName,
			group: say("grant.people"),
		})),
	];
	return (
		<>
			<title>{`${say("grant.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: say("people.title"), href: people },
					{ label: say("grant.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={say("grant.title")} lead={say("grant.lead")} />
			<Form>
				<Select
					name="to"
					label={say("grant.to")}
					hint={say("grant.toHint")}
					value={text("to")}
					error={problems.at("to")}
					options={options}
				/>
				<Select
					name="role"
					label={say("people.role")}
					value={text("role")}
					error={problems.at("role")}
					options={invitableRoles.map((role) => ({ value: role, label: say(`roles.${role}`) }))}
				/>
				<DateField
					name="firstDay"
					label={say("grant.firstDay")}
					value={text("firstDay", loaderData.today)}
					error={problems.at("firstDay")}
				/>
				<DateField
					name="lastDay"
					optional
					label={say("grant.lastDay")}
					hint={say("grant.lastDayHint")}
					value={text("lastDay")}
					error={problems.at("lastDay")}
				/>
				<Button>{say("grant.submit")}</Button>
			</Form>
		</>
	);
}

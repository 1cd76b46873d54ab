import { Section } from "~/design/layout";
import type { memberTasks } from "../queries/member-tasks.server";

/** A member's own tasks on the page of the group. */
export function MemberTasks({ section }: { section: Awaited<ReturnType<typeof memberTasks>> }) {
	if (!section) return null;
	return (
		<Section id={section.id} title={section.title}>
			{section.entries.length === 0 ? (
				<p>{section.empty}</p>
			) : (
				<ul>
					{section.entries.map(({ href, text, note }) => (
						<li key={href}>
							<a href={href}>{text}</a>, {note}
						</li>
					))}
				</ul>
			)}
			<p>
				<a href={section.more.href}>{section.more.label}</a>
			</p>
		</Section>
	);
}

import type { ReactNode } from "react";

/** What is to do or to fill in: each task leads to its page and shows its state. */
export function TaskList({
	tasks,
	label,
}: {
	tasks: readonly { title: string; href?: string; hint?: ReactNode; state?: ReactNode }[];
	label?: string;
}) {
	return (
		<ul className="gw-tasks" aria-label={label}>
			{tasks.map((task) => (
				<li key={task.href ?? task.title} className="gw-task">
					<div className="gw-task__words">
						{task.href ? (
							<a className="gw-task__title" href={task.href}>
								{task.title}
							</a>
						) : (
							<span className="gw-task__title">{task.title}</span>
						)}
						{task.hint && <p className="gw-task__hint">{task.hint}</p>}
					</div>
					{task.state && <div className="gw-task__state">{task.state}</div>}
				</li>
			))}
		</ul>
	);
}

/* SPDX-License-Identifier: MIT
 * Which actions are meant: what CHOOSE_STATE and CHOOSE_OWNER said.
 */
#include "plan.h"

struct plan_choice plan_choice;

void plan_choose(struct session *s)
{
	s->question.state = plan_choice.state;
	s->question.owner = plan_choice.owner;
}

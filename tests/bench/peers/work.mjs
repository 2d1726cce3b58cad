// What every peer does, so that all do the same: a matter that goes through ten steps, and one that
// waits for a head's approval.

export const steps = [
    'registered', 'assigned', 'counsel_named', 'opined', 'contract_reviewed', 'letter_issued',
    'answered', 'recorded', 'closed', 'archived',
];

/** What a step leaves behind: about as much as an act says. */
export function done(step, matter) {
    return {
        step,
        matter,
        by: '李勤',
        entered_at: new Date().toISOString(),
        words: '经审查，权利义务和违约责任约定不够明确，建议补充履行期限、验收标准和违约责任后再签订。',
    };
}

/** What somebody approves with. */
export function approval(matter) {
    return {matter, by: '王文', entered_at: new Date().toISOString(), words: '同意立项。'};
}

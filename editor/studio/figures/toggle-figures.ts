import { defineCommand } from '../commands/studio-command.ts'

/** Shows over each block how many saw and tapped it lately; the page itself stays as it is. */
export const toggleFigures = defineCommand({
  name: 'toggle-figures',
  label: (words) => words.visits.toggleFigures,
  group: 'view',
  hotkeys: ['n'],
  menu: 'state',
  reach: 'canvas',
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ figuresOpen }) => ({ figuresOpen: !figuresOpen })),
})

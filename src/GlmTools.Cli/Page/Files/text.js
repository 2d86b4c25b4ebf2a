// How numbers and names read.

export function seconds(value) {
  if (value < 0.0005) return '0 ms';
  if (value < 1) return `${Math.round(value * 1000)} ms`;
  return value < 60 ? `${value.toFixed(2)} s` : `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}

export const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

export const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');

// "ApprovalNeeded" reads "approval needed".
export const words = name => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

export const effectName = effect => effect.replace('_', '-');

export function clockTime(time) {
  return time ? new Date(time).toLocaleTimeString('en-GB') : '';
}

/** Rows of the messy register whose outcome is written down one by one. */
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import type { MessyRow } from './messy-people.ts'

const NIK = '3577013112850'

/** In the order in which they stand, first on the first sheet. */
export const AWKWARD: readonly MessyRow[] = [
  {
    fate: 'imported',
    cells: { name: 'UJI EKSPONEN', sex: 'L', birth: '31/12/1985', nik: '3,57701E+15', rm: 'U-01' },
  },
  { fate: 'imported', cells: { name: 'Uji Apostrof', sex: 'L', birth: '1985-12-31', nik: `'${NIK}101` } },
  { fate: 'imported', cells: { name: 'Uji Umur', sex: 'L', age: 34, rm: 'U-03' } },
  { fate: 'imported', cells: { name: 'Uji Serial', sex: 'L', birth: 31412, rm: 'U-04' } },
  { fate: 'imported', cells: { name: 'Uji Bulan', sex: 'Laki-laki', birth: '31 Des 1985', rm: 'U-05' } },
  { fate: 'imported', cells: { name: 'Uji Tempat', sex: 'L', birth: 'Madiun, 31-12-1985', rm: 'U-06' } },
  {
    fate: 'imported',
    cells: {
      name: 'Uji Nol',
      sex: 'L',
      birth: { day: calendarDate('1985-12-31') },
      jkn: 1234567890,
      rm: 'U-07',
    },
  },
  { fate: 'imported', cells: { name: 'Uji Tahun', sex: 'L', birth: 1985, rm: 'U-08' } },
  { fate: 'imported', cells: { name: 'Uji Ganda', sex: 'L', birth: '31/12/1985', nik: `${NIK}109` } },
  {
    fate: 'merged',
    cells: { name: 'UJI GANDA', sex: 'L', birth: '31-12-1985', nik: `${NIK}109`, phone: '0812-1111-2222' },
  },
  { fate: 'imported', cells: { name: 'Uji Lama', sex: 'L', birth: '31/12/1985', rm: '00-1234' } },
  {
    fate: 'merged',
    cells: { name: 'uji lama', sex: 'L', birth: '31 Desember 1985', rm: '1234', nik: `${NIK}112` },
  },
  {
    fate: 'imported',
    cells: { name: 'Uji Kronis', sex: 'L', birth: '31/12/1985', rm: 'U-13', illness: 'DM, darah tinggi' },
  },
  {
    fate: 'imported',
    cells: { name: 'Uji Kunjungan', sex: 'L', birth: '31/12/1985', rm: 'U-14', lastVisit: '5 Okt 2026' },
  },
  {
    fate: 'imported',
    cells: { name: 'Rafi Pinjaman', sex: 'L', birth: '1/1/2015', nik: `${NIK}109`, rm: 'U-15' },
  },
  { fate: 'rejected', cells: { name: 'Uji Tolak', sex: 'L', birth: '31/13/1985' } },
  { fate: 'imported', cells: { name: 'Ny. Uji Sebutan', birth: '31/12/1985', rm: 'U-17' } },
  {
    fate: 'imported',
    cells: {
      name: 'Uji Kepala',
      sex: 'L',
      birth: '31/12/1960',
      kk: '3577010101109901',
      headName: 'Uji Kepala',
      relation: 'KK',
      rm: 'U-18',
    },
  },
  {
    fate: 'imported',
    cells: {
      name: 'Uji Anggota',
      sex: 'P',
      birth: '31/12/1962',
      kk: '3577010101109901',
      headName: 'Uji Kepala',
      relation: 'Istri',
      rm: 'U-19',
    },
  },
  {
    fate: 'imported',
    cells: {
      name: 'Uji Bungsu',
      sex: 'P',
      birth: '31/12/1992',
      kk: '3577010101109901',
      headName: 'Uji Kepala',
      relation: 'Anak',
      rm: 'U-20',
    },
  },
  {
    fate: 'imported',
    cells: {
      name: 'Uji Sulung',
      sex: 'P',
      birth: '31/12/1990',
      kk: '3577010101109901',
      headName: 'Uji Kepala',
      relation: 'Anak',
      rm: 'U-21',
    },
  },
]

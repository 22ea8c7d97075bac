// Messages of the import at the desk, and of what waits there about assistance.
import type { Language } from '../languages.ts';

const en = {
  'desk.unserved': 'Needs for which nothing is proposed yet',
  'desk.followUps': 'To be followed up: assistance ended a year ago',
  'desk.staged': 'Activities not published yet',
  'import.lead':
    'YAML or CSV files in the formats of the reference data, plan templates and correction sheets (XLSX), up to 1,000 and 25 MB in all. Nothing is stored before you have seen what they would do.',
  'import.files': 'Files',
  'import.check': 'Check',
  'import.problems': 'To be mended: nothing was stored',
  'import.warnings': 'Worth knowing',
  'import.effect': 'What it would do',
  'import.noEffect': 'No cell of a matrix that you see would change now.',
  'import.counts': '{kind}: {added} new, {changed} changed, {unchanged} as before',
  'import.submit': 'Store the files',
  'import.again': 'Choose other files',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const importMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'desk.unserved': 'Besoins pour lesquels rien n’est encore proposé',
    'desk.followUps': 'Suivi à consigner\u00a0: l’assistance s’est achevée il y a un an',
    'desk.staged': 'Activités non encore publiées',
    'import.lead':
      'Fichiers YAML ou CSV aux formats des données de référence, modèles de plan et feuilles de rectification (XLSX), jusqu’à 1 000 et 25 Mo au total. Rien n’est enregistré avant que vous ayez vu leur effet.',
    'import.files': 'Fichiers',
    'import.check': 'Vérifier',
    'import.problems': 'À corriger\u00a0: rien n’a été enregistré',
    'import.warnings': 'Bon à savoir',
    'import.effect': 'Ce que cela ferait',
    'import.noEffect': 'Aucune cellule d’une matrice que vous voyez ne changerait maintenant.',
    'import.counts': '{kind}\u00a0: {added} nouveaux, {changed} modifiés, {unchanged} inchangés',
    'import.submit': 'Enregistrer les fichiers',
    'import.again': 'Choisir d’autres fichiers',
  },
  ES: {
    'desk.unserved': 'Necesidades para las que aún no se propone nada',
    'desk.followUps': 'Seguimiento por registrar: la asistencia concluyó hace un año',
    'desk.staged': 'Actividades aún no publicadas',
    'import.lead':
      'Archivos YAML o CSV en los formatos de los datos de referencia, plantillas de plan y hojas de rectificación (XLSX), hasta 1.000 y 25 MB en total. No se guarda nada antes de que haya visto su efecto.',
    'import.files': 'Archivos',
    'import.check': 'Comprobar',
    'import.problems': 'Por corregir: no se ha guardado nada',
    'import.warnings': 'Conviene saber',
    'import.effect': 'Qué haría',
    'import.noEffect': 'Ahora no cambiaría ninguna celda de las matrices que usted ve.',
    'import.counts': '{kind}: {added} nuevos, {changed} modificados, {unchanged} sin cambios',
    'import.submit': 'Guardar los archivos',
    'import.again': 'Elegir otros archivos',
  },
  RU: {
    'desk.unserved': 'Потребности, для которых пока ничего не предложено',
    'desk.followUps': 'Требует отслеживания: помощь завершена год назад',
    'desk.staged': 'Ещё не опубликованные мероприятия',
    'import.lead':
      'Файлы YAML или CSV в форматах справочных данных, шаблоны планов и листы исправлений (XLSX), до 1000 файлов и 25 МБ всего. Ничего не записывается, пока вы не увидите результат.',
    'import.files': 'Файлы',
    'import.check': 'Проверить',
    'import.problems': 'Требует исправления: ничего не записано',
    'import.warnings': 'Полезно знать',
    'import.effect': 'Что изменится',
    'import.noEffect': 'Ни одна ячейка видимых вам матриц сейчас не изменится.',
    'import.counts': '{kind}: новых {added}, изменено {changed}, без изменений {unchanged}',
    'import.submit': 'Записать файлы',
    'import.again': 'Выбрать другие файлы',
  },
  ZH: {
    'desk.unserved': '尚未提出任何活动的需要',
    'desk.followUps': '待跟进：援助已结束一年',
    'desk.staged': '尚未发布的活动',
    'import.lead': '采用参考数据格式的 YAML 或 CSV 文件，以及计划模板和更正表（XLSX），最多 1000 个，共 25 MB。在您看到其效果之前不会存储任何内容。',
    'import.files': '文件',
    'import.check': '检查',
    'import.problems': '需要修正：未存储任何内容',
    'import.warnings': '值得注意',
    'import.effect': '将产生的效果',
    'import.noEffect': '您可见的矩阵目前没有单元格会改变。',
    'import.counts': '{kind}：新增 {added}，更改 {changed}，未变 {unchanged}',
    'import.submit': '存储文件',
    'import.again': '选择其他文件',
  },
  AR: {
    'desk.unserved': 'احتياجات لم يُقترح لها شيء بعد',
    'desk.followUps': 'بانتظار المتابعة: انتهت المساعدة قبل عام',
    'desk.staged': 'أنشطة لم تُنشر بعد',
    'import.lead':
      'ملفات YAML أو CSV بصيغ البيانات المرجعية، ونماذج الخطط وأوراق التصويب (XLSX)، حتى 1000 ملف و25 ميغابايت إجمالاً. لا يُخزَّن شيء قبل أن تروا أثرها.',
    'import.files': 'الملفات',
    'import.check': 'تحقق',
    'import.problems': 'يحتاج إلى تصحيح: لم يُخزَّن شيء',
    'import.warnings': 'تجدر معرفته',
    'import.effect': 'ما الذي سيفعله',
    'import.noEffect': 'لن تتغير الآن أي خلية من المصفوفات التي ترونها.',
    'import.counts': '{kind}: جديد {added}، معدّل {changed}، دون تغيير {unchanged}',
    'import.submit': 'تخزين الملفات',
    'import.again': 'اختيار ملفات أخرى',
  },
};

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.Core.Postings;

/// <summary>
/// A stretch of unmanaged memory: mapped file or scratch. Debug builds check every access, so that a wild index fails a test; release
/// builds do not, so whoever makes a slice answers for its length.
/// </summary>
internal readonly unsafe struct Slice<T>(T* start, int length)
    where T : unmanaged
{
    private readonly T* start = start;

    public int Length { get; } = length;

    public bool IsEmpty => Length == 0;

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Check(index, 1);
            return ref start[index];
        }
    }

    /// <summary>The address of an element, for gathers.</summary>
    public T* At(int index, int count)
    {
        Check(index, count);
        return start + index;
    }

    public ReadOnlySpan<T> Span(int index, int count)
    {
        Check(index, count);
        return new(start + index, count);
    }

    /// <summary>All of it, to write into.</summary>
    public Span<T> Writable => new(start, Length);

    public Slice<T> Part(int index, int count)
    {
        Check(index, count);
        return new(start + index, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Load256(int index)
    {
        Check(index, Vector256<T>.Count);
        return Vector256.Load(start + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<T> Load128(int index)
    {
        Check(index, Vector128<T>.Count);
        return Vector128.Load(start + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int index, Vector256<T> values)
    {
        Check(index, Vector256<T>.Count);
        values.Store(start + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int index, Vector128<T> values)
    {
        Check(index, Vector128<T>.Count);
        values.Store(start + index);
    }

    public void Clear() => Writable.Clear();

    public void Fill(T value) => Writable.Fill(value);

    [Conditional("DEBUG")]
    private void Check(int index, int count)
    {
        if (index < 0 || count < 0 || (long)index + count > Length)
            throw new ArgumentOutOfRangeException(nameof(index), $"{count} from {index} in a slice of {Length} {typeof(T).Name}.");
    }
}

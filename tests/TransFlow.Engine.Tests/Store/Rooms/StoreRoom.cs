using System.Data.Common;
using Dapper;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Store.Rooms;

/// <summary>A place for one test's store, empty at first and gone after it.</summary>
internal abstract class StoreRoom : IDisposable
{
    /// <summary>The setting that names the store.</summary>
    public abstract string Setting { get; }

    /// <summary>The store's address.</summary>
    public StoreAddress Address => StoreAddress.Read(Setting, "/").Value!;

    /// <summary>Opens the store; several may be open at once, as in several processes.</summary>
    public SqlStore Open() => SqlStore.Open(Address, Folder);

    /// <summary>A folder of the test's own.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("transflow-store-").FullName;

    /// <summary>Does something behind the store's back.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    /// <summary>Asks something behind the store's back.</summary>
    public List<T> Query<T>(string sql)
    {
        using var connection = Connect();
        return [.. connection.Query<T>(sql)];
    }

    public virtual void Dispose() => Directory.Delete(Folder, recursive: true);

    protected abstract DbConnection Connect();
}
